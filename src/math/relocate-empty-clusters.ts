import type { Matrix } from './matrix'

type Members = {
  readonly labels: Int32Array
  /** Rows of each cluster; written. */
  readonly sizes: Int32Array
  /** Sum of the rows of each cluster, row-major; written. */
  readonly sums: Float64Array
}

/**
 * Gives each empty cluster one row: the one farthest from its centre, then the next (the first on
 * a tie), as scikit-learn does between two steps of Lloyd. The row's cluster loses it; a row that
 * is alone in its cluster, or lies on its centre, stays. Sizes and sums are changed in place.
 */
export function relocateEmptyClusters(
  { X, nSamples, nFeatures }: Matrix,
  centers: Float64Array,
  { labels, sizes, sums }: Members,
): void {
  const distances = new Float64Array(nSamples)
  for (let i = 0, at = 0; i < nSamples; i++)
    for (let j = 0; j < nFeatures; j++, at++)
      distances[i] += (X[at] - centers[labels[i] * nFeatures + j]) ** 2
  for (let empty = 0; empty < sizes.length; empty++) {
    if (sizes[empty] > 0) continue
    let farthest = -1
    for (let i = 0; i < nSamples; i++) {
      const isFarther = distances[i] > (farthest === -1 ? 0 : distances[farthest])
      if (isFarther && sizes[labels[i]] > 1) farthest = i
    }
    if (farthest === -1) return
    const from = labels[farthest]
    for (let j = 0; j < nFeatures; j++) {
      sums[from * nFeatures + j] -= X[farthest * nFeatures + j]
      sums[empty * nFeatures + j] = X[farthest * nFeatures + j]
    }
    sizes[from]--
    sizes[empty] = 1
    distances[farthest] = 0
  }
}
