import { outlierLabel } from '../../assets/model-training/outlier-policy'
import type { Branch } from '../../assets/spec'
import { crossed, external, internal, reassigned } from '../../assets/specs'
import { categoryOf } from '../outputs/category-of'
import { valuesMade } from '../values-made'
import type { RunSide } from './run-side'

/** Whose clusters: of one branch, or the final ones after small clusters were emptied. */
export type ClusterView = Branch | 'merged'

/** The clusters of one view in one category. */
export type Place = { readonly view: ClusterView; readonly category: string }

/** Where the stores of one category are; arrays line up with `storeIds`. */
export type Placements = Place & {
  readonly storeIds: readonly string[]
  /** The cluster of each store as it is published: `2`, or `2_1` where merged; `outlier` for none. */
  readonly clusters: readonly string[]
  /** To the own and to the next cluster; NaN where there is none. */
  readonly distance: Float64Array
  readonly runnerUpDistance: Float64Array
}

/** Every placement of a run whose value is still kept, views in their order. */
export async function placementsOf(side: RunSide): Promise<readonly Placements[]> {
  return [
    ...(await placementsIn('internal', side)),
    ...(await placementsIn('external', side)),
    ...(await placementsIn('merged', side)),
  ]
}

/** One of them; null where the run has none, or its value is no longer kept. */
export async function placementsAt(
  { run, read }: RunSide,
  { view, category }: Place,
): Promise<Placements | null> {
  const assets = run.assets.filter(({ partition }) => categoryOf(partition) === category)
  const [placements] = await placementsIn(view, { run: { ...run, assets }, read })
  return placements ?? null
}

async function placementsIn(view: ClusterView, side: RunSide): Promise<readonly Placements[]> {
  return view === 'merged' ? mergedPlacements(side) : branchPlacements(view, side)
}

async function branchPlacements(
  view: Branch,
  { run, read }: RunSide,
): Promise<readonly Placements[]> {
  const made = await valuesMade(run, { internal, external }[view].assigned, read)
  return made.map(({ partition, value }) => {
    const separate = value.separate
    const distances = separate.map(({ nearestDistance }) => nearestDistance)
    const clustered = {
      ...value,
      ...placeOf(view, partition),
      clusters: Array.from(value.clusters, String),
    }
    return withSeparate(clustered, idsOf(separate), Float64Array.from(distances))
  })
}

/** Which stores are kept separate is known of the crossing; no distance leads to them. */
async function mergedPlacements({ run, read }: RunSide): Promise<readonly Placements[]> {
  const made = await valuesMade(run, reassigned, read)
  const crossings = await valuesMade(run, crossed, read)
  return made.map(({ partition, value }) => {
    const crossing = crossings.find((one) => one.partition === partition)
    const separate = crossing === undefined ? [] : idsOf(crossing.value.separate)
    const clustered = {
      ...value,
      ...placeOf('merged', partition),
      clusters: value.rebalanced,
    }
    return withSeparate(clustered, separate, new Float64Array(separate.length).fill(NaN))
  })
}

function idsOf(separate: readonly { readonly storeId: string }[]): readonly string[] {
  return separate.map(({ storeId }) => storeId)
}

/** Stores that are in no cluster have a label of their own, so that leaving it is a move. */
function withSeparate(
  { view, category, storeIds, clusters, distance, runnerUpDistance }: Placements,
  separate: readonly string[],
  toNearest: Float64Array,
): Placements {
  return {
    view,
    category,
    storeIds: [...storeIds, ...separate],
    clusters: [...clusters, ...separate.map(() => outlierLabel)],
    distance: Float64Array.from([...distance, ...separate.map(() => NaN)]),
    runnerUpDistance: Float64Array.from([...runnerUpDistance, ...toNearest]),
  }
}

function placeOf(view: ClusterView, partition: string | null): Place {
  return { view, category: categoryOf(partition) }
}

export function placementsFor(
  all: readonly Placements[],
  { view, category }: Place,
): Placements | null {
  return all.find((one) => one.view === view && one.category === category) ?? null
}
