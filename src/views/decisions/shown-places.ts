import type { ClusterLabelingAnalytics } from '../../assets/cluster-analysis/cluster-labeling-analytics/spec'
import type { AssignedClusters } from '../../assets/cluster-assignment/assign-clusters/spec'
import type { ClusterReassignment } from '../../assets/merging/cluster-reassignment/spec'
import type { OverrideBranch } from '../../assets/override'
import type { OverrideOutcome } from '../../assets/value'
import type { DecisionPlace } from '../../state/overrides/overrides-slice'

type Named = ClusterLabelingAnalytics['branches'][number]['clusters'][number]

/** What the shown run says of the clusters of one place. */
export type ShownPlace = {
  readonly outcomes: readonly OverrideOutcome[]
  /** Sum of the squared distances of the stores to the centres of their clusters. */
  readonly within: number
  readonly names: ReadonlyMap<string, Pick<Named, 'name' | 'isNamedByPerson'>>
}

/** Null where the shown run has no such clusters. */
export type Shown = (place: DecisionPlace) => ShownPlace | null

type Placed =
  | Pick<AssignedClusters, 'overrides' | 'distance'>
  | Pick<ClusterReassignment, 'overrides' | 'distance'>

export function shownPlace(
  { overrides, distance }: Placed,
  labeling: ClusterLabelingAnalytics | null,
  branch: OverrideBranch,
): ShownPlace {
  const labelled = labeling?.branches.find((one) => one.branch === branch)
  return {
    outcomes: overrides,
    within: distance.reduce((sum, d) => (Number.isFinite(d) ? sum + d * d : sum), 0),
    names: new Map(labelled?.clusters.map((one) => [one.cluster, one])),
  }
}

/** Places are told apart by branch and category. */
export function placeKey({ branch, category }: DecisionPlace): string {
  return `${branch} ${category}`
}
