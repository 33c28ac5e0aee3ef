import type { ClusterLabelingAnalytics } from '../../assets/cluster-analysis/cluster-labeling-analytics/spec'
import type { ClusterMetrics } from '../../assets/cluster-analysis/cluster-metrics/spec'
import type { ClusterProfiles } from '../../assets/cluster-analysis/cluster-profiles/spec'
import type { AssignedClusters } from '../../assets/cluster-assignment/assign-clusters/spec'
import type { DimensionalityReducedFeatures } from '../../assets/feature-engineering/dimensionality-reduced-features/spec'
import type { ImputedFeatures } from '../../assets/feature-engineering/imputed-features/spec'
import type { ClusterReassignment } from '../../assets/merging/cluster-reassignment/spec'
import type { MergedClusters } from '../../assets/merging/merged-clusters/spec'
import type { ClusteringModel } from '../../assets/model-training/train-clustering-models/spec'
import { outlierLabel } from '../../state/outlier-label'
import { placedInBranch, placedInMerged } from '../../state/overrides/decision-preview'
import { placeOf } from '../../state/overrides/overrides-slice'
import { type Answer, branchAnswer, mergedAnswer } from './answer.model'
import { type Decidable, lockableOf, mergedLockable } from './decisions.model'
import { mergedPlacement, orderOf, type Placement, placementOf } from './placement.model'
import { scatterTitle } from './scatter.model'
import {
  branchClusters,
  mergedClusters,
  type Profile,
  type ShownCluster,
} from './shown-clusters.model'
import { type StandoutReader, standoutReader } from './stores.model'

type BranchName = Profile['branch']

/** Everything the screen draws, in the words of the screen. */
export type Scene = {
  readonly branch: BranchName
  /** Null where the stores are those of the whole chain. */
  readonly category: string | null
  readonly answer: Answer
  readonly clusters: readonly ShownCluster[]
  /** As the names were made: empty before they are. */
  readonly names: ReadonlyMap<string, ShownCluster>
  readonly placement: Placement
  readonly reduced: DimensionalityReducedFeatures
  readonly profile: Profile | null
  readonly scatterTitle: string
  readonly standouts: StandoutReader | null
  /** Cluster of each store in the other view. */
  readonly other: ReadonlyMap<string, string>
  readonly decidable: Decidable
}

/** Made after the clusters, and not by every run: the screen does without them. */
export type Analysis = {
  readonly profiles: ClusterProfiles | null
  readonly labeling: ClusterLabelingAnalytics | null
}

export type BranchValues = Analysis & {
  readonly branch: 'internal' | 'external'
  readonly category: string | null
  readonly assigned: AssignedClusters
  readonly reduced: DimensionalityReducedFeatures
  readonly metrics: ClusterMetrics
  readonly imputed: ImputedFeatures | null
  readonly other: AssignedClusters | null
  /** Which store of this view is which of the other one; null before they are crossed. */
  readonly crossed: MergedClusters | null
  readonly model: ClusteringModel | null
}

export function branchScene(values: BranchValues): Scene {
  const { branch, category, assigned, metrics, reduced } = values
  const described = describedBy(values, branch)
  const clusters = branchClusters(branch, metrics, described)
  const placement = placementOf(assigned)
  const nExcluded = placement.nExcluded
  return {
    branch,
    category,
    answer: branchAnswer({ branch, category, metrics, clusters, nExcluded }),
    clusters,
    names: namesOf(described.labelled, clusters),
    placement,
    reduced,
    profile: described.profile,
    scatterTitle: scatterTitle(placement, metrics.silhouette, metrics.nClusters),
    standouts: standoutsOf(values.imputed, described.profile),
    other: clusterOfOtherView(values),
    decidable: decidableIn(values, clusters),
  }
}

function decidableIn(values: BranchValues, clusters: readonly ShownCluster[]): Decidable {
  const { branch, category, assigned, reduced, model } = values
  return {
    place: placeOf(branch, category),
    storeIds: [...assigned.storeIds, ...assigned.separate.map(({ storeId }) => storeId)],
    outcomes: assigned.overrides,
    placed: model === null ? null : placedInBranch(assigned, reduced, model),
    lockable: lockableOf(branch, clusters, model),
  }
}

export type MergedValues = Analysis & {
  readonly category: string | null
  readonly reassigned: ClusterReassignment
  readonly crossed: MergedClusters
  /** Of the internal branch: the merge space has no components of its own. */
  readonly reduced: DimensionalityReducedFeatures
  readonly imputed: ImputedFeatures | null
}

export function mergedScene(values: MergedValues): Scene {
  const { reassigned, crossed, reduced } = values
  const described = describedBy(values, 'merged')
  const order = orderOf(crossed)
  const clusters = mergedClusters(reassigned, order, described)
  const placement = mergedPlacement(reassigned, crossed)
  return {
    branch: 'merged',
    category: values.category,
    answer: mergedAnswer(reassigned, {
      nUnplaced: placement.nExcluded,
      nSeparate: crossed.separate.length,
    }),
    clusters,
    names: namesOf(described.labelled, clusters),
    placement,
    reduced,
    profile: described.profile,
    scatterTitle: scatterTitle(placement, reassigned.silhouetteAfter, clusters.length),
    standouts: standoutsOf(values.imputed, described.profile),
    other: new Map(),
    decidable: {
      place: placeOf('merged', values.category),
      storeIds: reassigned.storeIds,
      outcomes: reassigned.overrides,
      placed: placedInMerged(crossed, reassigned),
      lockable: mergedLockable(clusters, reassigned, order),
    },
  }
}

function describedBy({ profiles, labeling }: Analysis, branch: BranchName) {
  return {
    profile: profiles?.branches.find((one) => one.branch === branch) ?? null,
    labelled: labeling?.branches.find((one) => one.branch === branch) ?? null,
  }
}

function namesOf(labelled: object | null, clusters: readonly ShownCluster[]) {
  return new Map(labelled === null ? [] : clusters.map((cluster) => [cluster.key, cluster]))
}

function standoutsOf(imputed: ImputedFeatures | null, profile: Profile | null) {
  return imputed === null || profile === null ? null : standoutReader(imputed, profile)
}

type OtherView = {
  readonly branch: BranchValues['branch']
  readonly other: Pick<AssignedClusters, 'storeIds' | 'clusters' | 'separate'> | null
  readonly crossed: Pick<MergedClusters, 'storeIds' | 'externalStoreIds' | 'separate'> | null
}

/** Cluster in the other view by the ids of this one: the views may write a store differently. */
export function clusterOfOtherView({
  branch,
  other,
  crossed,
}: OtherView): ReadonlyMap<string, string> {
  if (other === null) return new Map()
  const labels = new Map([
    ...other.storeIds.map((id, i): [string, string] => [id, String(other.clusters[i])]),
    ...other.separate.map(({ storeId }): [string, string] => [storeId, outlierLabel]),
  ])
  if (crossed === null) return labels
  const storeIds = [...crossed.storeIds, ...crossed.separate.map(({ storeId }) => storeId)]
  const externalStoreIds = [
    ...crossed.externalStoreIds,
    ...crossed.separate.map(({ externalStoreId }) => externalStoreId),
  ]
  const [own, theirs] =
    branch === 'internal' ? [storeIds, externalStoreIds] : [externalStoreIds, storeIds]
  const matched = own.flatMap((id, i): [string, string][] => {
    const label = labels.get(theirs[i] ?? id)
    return label === undefined ? [] : [[id, label]]
  })
  return new Map([...labels, ...matched])
}
