import type { ClusterLabelingAnalytics } from '../../assets/cluster-analysis/cluster-labeling-analytics/spec'
import type { MergedClusters } from '../../assets/merging/merged-clusters/spec'

/** A merged cluster and its two halves. */
export type Pair = {
  readonly label: string
  readonly internal: number
  readonly external: number
}

export type Pairs = ReadonlyMap<string, Pair>

type Crossed = Pick<MergedClusters, 'merged' | 'internal' | 'external'>

/** The halves of every merged label, from the stores themselves: the label's order is a setting. */
export function pairsOf({ merged, internal, external }: Crossed): Pairs {
  const pairs = new Map<string, Pair>()
  merged.forEach((label, i) => {
    if (pairs.has(label)) return
    pairs.set(label, { label, internal: internal[i] ?? 0, external: external[i] ?? 0 })
  })
  return pairs
}

export type Order = 'internal_external' | 'external_internal'

/** Which half stands first in the label; where both are the same number it does not matter. */
export function orderOf({ label, internal, external }: Pair): Order {
  return label === `${internal}_${external}` ? 'internal_external' : 'external_internal'
}

type Labeling = Pick<ClusterLabelingAnalytics, 'branches'>

/** Names of the clusters of one view; empty before they are made. */
export function namesOf(
  labeling: Labeling | null,
  branch: Labeling['branches'][number]['branch'],
): ReadonlyMap<string, string> {
  const found = labeling?.branches.find((one) => one.branch === branch)
  return new Map(found?.clusters.map(({ cluster, name }) => [cluster, name]))
}

export type Names = {
  readonly internal: ReadonlyMap<string, string>
  readonly external: ReadonlyMap<string, string>
}

/** Heads of the crosstab: the clusters with their names. Internal ones carry the colour of their id. */
export function headsOf(ids: Int32Array, names: ReadonlyMap<string, string>, colored: boolean) {
  return Array.from(ids, (id) => {
    const label = String(id)
    return { label, name: names.get(label) ?? '', colorIndex: colored ? id - 1 : null }
  })
}
