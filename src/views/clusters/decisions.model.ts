import type { ClusterReassignment } from '../../assets/merging/cluster-reassignment/spec'
import type { ClusteringModel } from '../../assets/model-training/train-clustering-models/spec'
import type { OverrideOutcome } from '../../assets/value'
import type { PlacedStores } from '../../state/overrides/decision-preview'
import type { DecisionPlace } from '../../state/overrides/overrides-slice'
import type { LockableCluster } from '../decide-stores'
import { type MergeOrder, mergedToken, type ShownCluster } from './shown-clusters.model'

/** All that deciding about stores needs to know of what is shown. */
export type Decidable = {
  readonly place: DecisionPlace
  /** The stores that can be decided about: those of the merged view need a place in its space. */
  readonly storeIds: readonly string[]
  readonly outcomes: readonly OverrideOutcome[]
  /** Null while the space of the clusters is not read. */
  readonly placed: PlacedStores | null
  readonly lockable: readonly LockableCluster[]
}

/** Every cluster of the model, also one that decisions emptied. */
export function lockableOf(
  branch: 'internal' | 'external',
  clusters: readonly ShownCluster[],
  model: Pick<ClusteringModel, 'clusterIds'> | null,
): readonly LockableCluster[] {
  const byKey = new Map(clusters.map((cluster) => [cluster.key, cluster]))
  if (model === null) return clusters
  return Array.from(model.clusterIds, (id) => {
    const key = String(id)
    const token = { kind: branch, label: key, colorIndex: id - 1 }
    return byKey.get(key) ?? { key, name: `Cluster ${key}`, token, size: 0 }
  })
}

/** Every crossed cluster, also a small one that was emptied. */
export function mergedLockable(
  clusters: readonly ShownCluster[],
  { sizesBefore }: Pick<ClusterReassignment, 'sizesBefore'>,
  order: MergeOrder,
): readonly LockableCluster[] {
  const byKey = new Map(clusters.map((cluster) => [cluster.key, cluster]))
  return sizesBefore.map(
    ({ cluster: key }) =>
      byKey.get(key) ?? { key, name: `Cluster ${key}`, token: mergedToken(key, order), size: 0 },
  )
}

/** The selected stores that can be decided about here, in the order of the result. */
export function decidableStores(
  storeIds: readonly string[],
  selected: ReadonlySet<string>,
): readonly string[] {
  return selected.size === 0 ? [] : storeIds.filter((id) => selected.has(id))
}
