import { clusterMeans } from './cluster-means'
import { inertia } from './inertia'
import { rowOf, type Matrix } from './matrix'
import { squaredDistance } from './squared-distances'

/**
 * Calinski-Harabasz score (B / (k - 1)) / (W / (n - k)) (1974; scikit-learn
 * `calinski_harabasz_score`), higher is better; rows labelled -1 are left out. NaN with fewer than
 * two clusters or no more rows than clusters; 1 when W is 0, as in scikit-learn.
 */
export function calinskiHarabaszScore(matrix: Matrix, labels: Int32Array): number {
  const { centers, sizes, nFilled } = clusterMeans(matrix, labels)
  const n = sizes.reduce((sum, size) => sum + size, 0)
  if (nFilled < 2 || n <= nFilled) return NaN
  const within = inertia(matrix, labels)
  if (within === 0) return 1
  const center = rowOf(
    clusterMeans(
      matrix,
      labels.map((label) => Math.min(label, 0)),
    ).centers,
    0,
  )
  let between = 0
  for (let c = 0; c < sizes.length; c++) {
    between += sizes[c] * squaredDistance(rowOf(centers, c), center)
  }
  return between / (nFilled - 1) / (within / (n - nFilled))
}
