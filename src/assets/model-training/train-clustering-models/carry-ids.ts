import { lineageOf } from './lineage'
import { type Clustering, matchClusters, overlapOf } from './overlap'
import type { ClusteringModel } from './spec'

/** Clusters with the ids they go by, one a row of centres, and those that were given up. */
export type IdentifiedClusters = Clustering & Pick<ClusteringModel, 'clusterIds' | 'retiredIds'>

export type Carried = Pick<ClusteringModel, 'clusterIds' | 'retiredIds' | 'lineage'> & {
  readonly nCommonStores: number
}

/** As alike as two clusters must be to be one and the same. */
const minJaccard = 0.5

/**
 * Carries the ids of a baseline on: clusters are matched on the stores that took part in both fits,
 * and a matched one keeps its id when half of all stores of the two are in both (Jaccard index). Any
 * other cluster gets the smallest number never used; an id that nobody keeps is retired for good.
 * @returns ids in the order of the labels of `clustering`.
 */
export function carryIds(clustering: Clustering, baseline: IdentifiedClusters): Carried {
  const overlap = overlapOf(baseline, clustering)
  const matched = matchClusters(overlap, minJaccard)
  const nextUnused = createUnused(baseline)
  const clusterIds = Int32Array.from({ length: clustering.nClusters }, (_, label) => {
    const from = matched.indexOf(label)
    return from === -1 ? nextUnused() : baseline.clusterIds[from]
  })
  const given = baseline.clusterIds.filter((id) => !clusterIds.includes(id))
  return {
    clusterIds,
    retiredIds: Int32Array.from([...baseline.retiredIds, ...given]).sort(),
    lineage: lineageOf(overlap, { before: baseline.clusterIds, after: clusterIds }),
    nCommonStores: overlap.nCommonStores,
  }
}

/** Numbers from 1 that no cluster ever had, each once. */
function createUnused({ clusterIds, retiredIds }: IdentifiedClusters): () => number {
  const used = new Set([...clusterIds, ...retiredIds])
  let last = 0
  return () => {
    do last++
    while (used.has(last))
    return last
  }
}
