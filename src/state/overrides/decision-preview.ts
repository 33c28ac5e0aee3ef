import type { AssignedClusters } from '../../assets/cluster-assignment/assign-clusters/spec'
import type { DimensionalityReducedFeatures } from '../../assets/feature-engineering/dimensionality-reduced-features/spec'
import { groupsOf } from '../../assets/merging/cluster-reassignment/merged-groups'
import type { ClusterReassignment } from '../../assets/merging/cluster-reassignment/spec'
import type { MergedClusters } from '../../assets/merging/merged-clusters/spec'
import type { ClusteringModel } from '../../assets/model-training/train-clustering-models/spec'
import { outlierLabel } from '../../assets/model-training/outlier-policy'
import { activeOverrides, type Override, type OverrideEntry } from '../../assets/override'
import { applyOverrides, type Placed } from '../../assets/overrides/apply-overrides'
import type { OverrideOutcome } from '../../assets/value'

/** Where the stores of a result stand, and the space in which moving them is measured. */
export type PlacedStores = Omit<Placed, 'overrides'>

type Model = Pick<ClusteringModel, 'clusterIds' | 'clusterCenters'>

/** The stores of one branch in the space of its model; null where the values are of different runs. */
export function placedInBranch(
  { storeIds, clusters, separate }: Pick<AssignedClusters, 'storeIds' | 'clusters' | 'separate'>,
  reduced: Pick<DimensionalityReducedFeatures, 'storeIds' | 'componentNames' | 'X'>,
  { clusterIds, clusterCenters }: Model,
): PlacedStores | null {
  const width = reduced.componentNames.length
  if (clusterCenters.length !== clusterIds.length * width) return null
  const centerOf = (c: number) => clusterCenters.subarray(c * width, (c + 1) * width)
  return placedIn(
    {
      storeIds: [...storeIds, ...separate.map(({ storeId }) => storeId)],
      clusters: [...Array.from(clusters, String), ...separate.map(() => outlierLabel)],
    },
    { storeIds: reduced.storeIds, X: reduced.X, width },
    new Map(Array.from(clusterIds, (id, c) => [String(id), centerOf(c)])),
  )
}

/**
 * The stores of the final merged clusters in the merge space; small clusters can be locked to. Null
 * where the values are of different runs.
 */
export function placedInMerged(
  crossed: MergedClusters,
  { storeIds, rebalanced }: Pick<ClusterReassignment, 'storeIds' | 'rebalanced'>,
): PlacedStores | null {
  const { X, featureNames } = crossed.space
  return placedIn(
    { storeIds, clusters: rebalanced },
    { storeIds: crossed.storeIds, X, width: featureNames.length },
    new Map(groupsOf(crossed).map(({ name, center }) => [name, center])),
  )
}

type Space = {
  readonly storeIds: readonly string[]
  readonly X: Float64Array
  readonly width: number
}

/** After a run of a few assets a store may have a cluster of one run and no place in another. */
function placedIn(
  { storeIds, clusters }: Pick<PlacedStores, 'storeIds' | 'clusters'>,
  { storeIds: all, X, width }: Space,
  centers: PlacedStores['centers'],
): PlacedStores | null {
  const rows = new Map(all.map((id, row) => [id, row]))
  const placed = new Float64Array(storeIds.length * width)
  for (const [i, id] of storeIds.entries()) {
    const row = rows.get(id)
    const cluster = clusters[i] ?? ''
    if (row === undefined || (cluster !== outlierLabel && !centers.has(cluster))) return null
    placed.set(X.subarray(row * width, (row + 1) * width), i * width)
  }
  return {
    storeIds,
    clusters,
    space: { X: placed, nSamples: storeIds.length, nFeatures: width },
    centers,
  }
}

export type StoreMove = { readonly store: string; readonly from: string; readonly to: string }

export type DecisionPreview = {
  /** Stores that would go elsewhere, in the order of the result. */
  readonly moves: readonly StoreMove[]
  /** Stores that would get no cluster any more, sorted by id. */
  readonly leftOut: readonly string[]
  /** Added inertia: what it changes beside everything that is decided already. */
  readonly cost: number
  /** The cost over the within sum of squares that it would come to; null where that is 0. */
  readonly share: number | null
  /** What would come of the decision itself. */
  readonly outcome: OverrideOutcome
  /** Ids of earlier entries that hold now, and would be overruled. */
  readonly overruled: readonly string[]
}

const previewId = 'preview'

/**
 * What one more decision would do to a result that is shown: the rules of a run, measured from where
 * the stores are now, with and without it. Centres do not move, so the cost is exact.
 */
export function previewDecision(
  placed: PlacedStores,
  log: readonly OverrideEntry[],
  decision: Exclude<Override, { readonly kind: 'rename' }>,
): DecisionPreview {
  const { storeIds } = placed
  const active = activeOverrides(log, decision.branch, decision.category)
  const before = applyOverrides({ ...placed, overrides: active })
  const added = { ...decision, id: previewId }
  const after = applyOverrides({ ...placed, overrides: [...active, added] })
  const outcome = after.outcomes.find(({ id }) => id === previewId)
  if (outcome === undefined) throw new RangeError('A decision about stores has an outcome.')
  const wasOut = new Set(before.excluded)
  const isOut = new Set(after.excluded)
  const cost = costOf(after.outcomes) - costOf(before.outcomes)
  const within = withinOf({ ...placed, clusters: after.clusters }, isOut)
  return {
    moves: storeIds.flatMap((store, row) => {
      const [from = '', to = ''] = [before.clusters[row], after.clusters[row]]
      return from === to || isOut.has(store) ? [] : [{ store, from, to }]
    }),
    leftOut: after.excluded.filter((id) => !wasOut.has(id)),
    cost,
    share: within > 0 ? cost / within : null,
    outcome,
    overruled: overruledBy(before.outcomes, after.outcomes),
  }
}

function costOf(outcomes: readonly OverrideOutcome[]): number {
  return outcomes.reduce((sum, { cost }) => sum + cost, 0)
}

function overruledBy(
  before: readonly OverrideOutcome[],
  after: readonly OverrideOutcome[],
): readonly string[] {
  const stood = new Set(before.flatMap(({ id, status }) => (status === 'conflict' ? [id] : [])))
  return after.flatMap(({ id, status }) =>
    id !== previewId && status === 'conflict' && !stood.has(id) ? [id] : [],
  )
}

/** Sum of the squared distances of the stores that are not left out to their centres. */
function withinOf(
  { storeIds, clusters, space, centers }: PlacedStores,
  isOut: ReadonlySet<string>,
): number {
  const { X, nFeatures } = space
  let sum = 0
  clusters.forEach((cluster, row) => {
    const center = centers.get(cluster)
    if (center === undefined || isOut.has(storeIds[row] ?? '')) return
    for (let j = 0; j < nFeatures; j++) {
      const difference = (X[row * nFeatures + j] ?? 0) - (center[j] ?? 0)
      sum += difference * difference
    }
  })
  return sum
}
