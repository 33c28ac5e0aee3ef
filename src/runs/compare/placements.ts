import type { Branch } from '../../assets/spec'
import { external, internal, reassigned } from '../../assets/specs'
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
  /** The cluster of each store as it is published: `2`, or `2_1` where merged. */
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

async function placementsIn(
  view: ClusterView,
  { run, read }: RunSide,
): Promise<readonly Placements[]> {
  if (view === 'merged') {
    const made = await valuesMade(run, reassigned, read)
    return made.map(({ partition, value }) => {
      const { storeIds, rebalanced: clusters, distance, runnerUpDistance } = value
      return { ...placeOf(view, partition), storeIds, clusters, distance, runnerUpDistance }
    })
  }
  const made = await valuesMade(run, { internal, external }[view].assigned, read)
  return made.map(({ partition, value }) => {
    const { storeIds, distance, runnerUpDistance } = value
    const clusters = Array.from(value.clusters, String)
    return { ...placeOf(view, partition), storeIds, clusters, distance, runnerUpDistance }
  })
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
