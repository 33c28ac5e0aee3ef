import type { AssignedClusters } from '../../cluster-assignment/assign-clusters/spec'
import type { ImputedFeatures } from '../../feature-engineering/imputed-features/spec'
import type { ClusterReassignment } from '../../merging/cluster-reassignment/spec'
import { profileFeatures } from './profile-features'
import type { ClusterProfiles } from './spec'

export type Inputs = {
  readonly internal: AssignedClusters
  readonly external: AssignedClusters
  readonly internalFeatures: ImputedFeatures
  readonly externalFeatures: ImputedFeatures
  readonly reassigned: ClusterReassignment
}

/**
 * Every feature in every cluster, in its own units: by the internal and the external clusters over
 * the placed stores of each, and by the final merged clusters over both sets of features.
 */
export function compute(inputs: Inputs): ClusterProfiles {
  const { internal, external, internalFeatures, externalFeatures, reassigned } = inputs
  const inner = (storeIds: readonly string[]) => ({ features: internalFeatures, storeIds })
  const outer = (storeIds: readonly string[]) => ({ features: externalFeatures, storeIds })
  return {
    branches: [
      { branch: 'internal', ...profileFeatures(byId(internal), [inner(internal.storeIds)]) },
      { branch: 'external', ...profileFeatures(byId(external), [outer(external.storeIds)]) },
      {
        branch: 'merged',
        ...profileFeatures(byFinalCluster(reassigned), [
          inner(reassigned.storeIds),
          outer(reassigned.externalStoreIds),
        ]),
      },
    ],
  }
}

function byId({ clusters, clusterIds }: AssignedClusters) {
  return {
    clusters: Array.from(clusterIds, String),
    labels: clusters.map((cluster) => clusterIds.indexOf(cluster)),
  }
}

/** `sizesAfter` holds the clusters that have stores, in (internal, external) order. */
function byFinalCluster({ rebalanced, sizesAfter }: ClusterReassignment) {
  const codes = new Map(sizesAfter.map(({ cluster }, c) => [cluster, c]))
  return {
    clusters: [...codes.keys()],
    labels: Int32Array.from(rebalanced, (cluster) => codes.get(cluster) ?? -1),
  }
}
