import { assertFinite } from './assert-finite'
import { createCenterClusters } from './center-clusters'
import { type Dendrogram, dendrogramOf } from './dendrogram'
import type { Matrix } from './matrix'
import { joinByNeighborChain } from './neighbor-chain'
import { createPairClusters, mostPairedRows, type PairLinkage } from './pair-clusters'

/**
 * Agglomerative clustering with Euclidean distances (scikit-learn `AgglomerativeClustering`): every
 * join there is, from single rows to one cluster. Ward's heights are those of `distances_`: the root
 * of twice what a join adds to the sum of squares. Above `mostPairedRows` rows Ward goes by centres.
 * @throws RangeError without rows, on a value that is not finite, and for average and complete
 * linkage above `mostPairedRows` rows.
 */
export function fitAgglomerative(matrix: Matrix, linkage: PairLinkage): Dendrogram {
  const { nSamples } = matrix
  if (nSamples === 0) throw new RangeError('Agglomerative clustering needs at least one row.')
  assertFinite(matrix, 'Agglomerative clustering')
  const goesByCenters = linkage === 'ward' && nSamples > mostPairedRows
  const pool = goesByCenters ? createCenterClusters(matrix) : createPairClusters(matrix, linkage)
  return dendrogramOf(joinByNeighborChain(nSamples, pool))
}
