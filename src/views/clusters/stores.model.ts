import type { ImputedFeatures } from '../../assets/feature-engineering/imputed-features/spec'
import { plainName } from '../../state/feature-names'
import type { Placement } from './placement.model'
import { meaningfulIndex } from './heatmap.model'
import type { Profile, ShownCluster } from './shown-clusters.model'

/** One store of the table; `cluster` is null where it is not one of the shown ones. */
export type StoreRow = {
  readonly id: string
  readonly cluster: ShownCluster | null
  readonly clusterKey: string
  readonly runnerUp: ShownCluster | null
  readonly margin: number
  readonly silhouette: number
  readonly movedFrom: string
  readonly flags: readonly string[]
  /** Cluster of the store in the other view; empty where it has none. */
  readonly other: string
}

export function storeRows(
  placement: Placement,
  clusters: readonly ShownCluster[],
  other: ReadonlyMap<string, string>,
): readonly StoreRow[] {
  const byKey = new Map(clusters.map((cluster) => [cluster.key, cluster]))
  return placement.storeIds.map((id, i) => ({
    id,
    cluster: byKey.get(placement.clusters[i] ?? '') ?? null,
    clusterKey: placement.clusters[i] ?? '',
    runnerUp: byKey.get(placement.runnerUp[i] ?? '') ?? null,
    margin: placement.margin[i] ?? NaN,
    silhouette: placement.silhouette[i] ?? NaN,
    movedFrom: placement.movedFrom[i] ?? '',
    flags: flagsOf(placement, i),
    other: other.get(id) ?? '',
  }))
}

function flagsOf(placement: Placement, i: number): readonly string[] {
  const { isLocked, isOutlier, noData, filledCells } = placement
  const filled = filledCells[i] ?? 0
  return [
    isLocked[i] === 1 ? 'locked' : '',
    isOutlier[i] === 1 ? 'unusual' : '',
    noData[i] === 1 ? 'no data' : '',
    filled > 0 && noData[i] !== 1 ? `${filled} filled` : '',
  ].filter((flag) => flag !== '')
}

export type StoreFilter = {
  readonly query: string
  readonly chosen: ReadonlySet<string>
  /** Stores of the lasso; null: no lasso. */
  readonly lasso: ReadonlySet<string> | null
}

/** Stores whose id holds the query, or whose cluster's name does, in the chosen clusters. */
export function filterStores(rows: readonly StoreRow[], { query, chosen, lasso }: StoreFilter) {
  const wanted = query.trim().toLowerCase()
  return rows.filter(
    (row) =>
      (lasso === null || lasso.has(row.id)) &&
      (chosen.size === 0 || chosen.has(row.clusterKey)) &&
      (wanted === '' ||
        row.id.toLowerCase().includes(wanted) ||
        (row.cluster?.name ?? row.clusterKey).toLowerCase().includes(wanted)),
  )
}

/** What a store has most of against the chain, with its index: the two largest z. */
export type Standout = { readonly name: string; readonly index: number | null; readonly z: number }

export type StandoutReader = (storeId: string) => readonly Standout[]

/** Reads the features of one store at a time: only rows in view are ever asked for. */
export function standoutReader(features: ImputedFeatures, profile: Profile): StandoutReader {
  const row = new Map(features.storeIds.map((id, i) => [id, i]))
  const nFeatures = features.featureNames.length
  const chain = new Map(profile.features.map((feature) => [feature.name, feature]))
  const told = features.featureNames.map((name, j) => ({
    feature: chain.get(name),
    name: plainName(name),
    // A level of a text column is there or not: an index says nothing of one store.
    isLevel: features.origins[j] !== name,
  }))
  return (storeId) => {
    const at = row.get(storeId)
    if (at === undefined || features.hasData[at] !== 1) return []
    const all = told.flatMap(({ feature, name, isLevel }, j) => {
      if (feature === undefined || feature.chainSd === 0) return []
      const value = features.X[at * nFeatures + j] ?? NaN
      const z = (value - feature.chainMean) / feature.chainSd
      const index = isLevel ? null : meaningfulIndex(feature, (100 * value) / feature.chainMean)
      return [{ name, z, index }]
    })
    return all
      .toSorted((a, b) => b.z - a.z)
      .slice(0, 2)
      .filter(({ z }) => z > 0)
  }
}

/** The rows as a table for a CSV file: ids as they are, numbers in full. */
export function storesCsv(rows: readonly StoreRow[], otherHead: string) {
  return {
    columns: [
      'store_nbr',
      'cluster',
      'cluster_name',
      'runner_up',
      'margin',
      'silhouette',
      'moved_from',
      'flags',
      otherHead,
    ],
    rows: rows.map((row) => [
      row.id,
      row.clusterKey,
      row.cluster?.name ?? '',
      row.runnerUp?.key ?? '',
      row.margin,
      row.silhouette,
      row.movedFrom,
      row.flags.join('; '),
      row.other,
    ]),
  }
}
