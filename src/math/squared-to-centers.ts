import type { Matrix } from './matrix'
import { squaredBetween } from './squared-between'

/** Squared Euclidean distances: one row a row, one column a centre. */
export function squaredToCenters(matrix: Matrix, centers: Float64Array): Matrix {
  const { nSamples, nFeatures } = matrix
  const nClusters = centers.length / nFeatures
  const squared = new Float64Array(nSamples * nClusters)
  for (let i = 0, at = 0; i < nSamples; i++)
    for (let c = 0; c < nClusters; c++, at++) squared[at] = squaredBetween(matrix, i, centers, c)
  return { X: squared, nSamples, nFeatures: nClusters }
}
