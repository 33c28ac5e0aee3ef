import type { Matrix } from './matrix'

export type ClusterMeans = {
  /** One row a label 0 .. largest; a row of zeros where the label has no member. */
  readonly centers: Matrix
  readonly sizes: Int32Array
  /** Number of labels that have members. */
  readonly nFilled: number
}

/** Mean of the members of each label; rows labelled -1 are in none. */
export function clusterMeans(matrix: Matrix, labels: Int32Array): ClusterMeans {
  const { X, nSamples, nFeatures } = matrix
  const nLabels = labels.reduce((largest, label) => Math.max(largest, label), -1) + 1
  const sums = new Float64Array(nLabels * nFeatures)
  const sizes = new Int32Array(nLabels)
  for (let i = 0; i < nSamples; i++) {
    if (labels[i] < 0) continue
    sizes[labels[i]]++
    for (let j = 0; j < nFeatures; j++) sums[labels[i] * nFeatures + j] += X[i * nFeatures + j]
  }
  for (let at = 0; at < sums.length; at++) {
    const size = sizes[Math.floor(at / nFeatures)]
    if (size > 0) sums[at] /= size
  }
  const nFilled = sizes.filter((size) => size > 0).length
  return { centers: { X: sums, nSamples: nLabels, nFeatures }, sizes, nFilled }
}
