import { clusterMeans } from './cluster-means'
import { distancesToOwn } from './distances-to-own'
import { rowOf, type Matrix } from './matrix'
import { distanceBetween } from './squared-distances'

/**
 * Davies-Bouldin score (1979; scikit-learn `davies_bouldin_score`): the mean over clusters of the
 * worst (s_i + s_j) / d_ij, where s is the mean distance to the own mean and d that between means;
 * lower is better. Rows labelled -1 are left out. NaN with fewer than two clusters. Clusters whose
 * means coincide are not compared, as in scikit-learn.
 */
export function daviesBouldinScore(matrix: Matrix, labels: Int32Array): number {
  const { centers, sizes, nFilled } = clusterMeans(matrix, labels)
  if (nFilled < 2) return NaN
  const spreads = meanDistances(distancesToOwn(matrix, labels, centers), labels, sizes)
  let sum = 0
  for (let c = 0; c < sizes.length; c++) {
    if (sizes[c] > 0) sum += worstRatio(c, centers, { spreads, sizes })
  }
  return sum / nFilled
}

function worstRatio(
  own: number,
  centers: Matrix,
  { spreads, sizes }: { readonly spreads: Float64Array; readonly sizes: Int32Array },
): number {
  let worst = 0
  for (let c = 0; c < sizes.length; c++) {
    if (c === own || sizes[c] === 0) continue
    const apart = distanceBetween(rowOf(centers, own), rowOf(centers, c))
    if (apart > 0) worst = Math.max(worst, (spreads[own] + spreads[c]) / apart)
  }
  return worst
}

function meanDistances(
  distances: Float64Array,
  labels: Int32Array,
  sizes: Int32Array,
): Float64Array {
  const sums = new Float64Array(sizes.length)
  for (let i = 0; i < labels.length; i++) if (labels[i] >= 0) sums[labels[i]] += distances[i]
  return sums.map((sum, c) => sum / sizes[c])
}
