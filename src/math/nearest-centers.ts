import { rowOf, type Matrix } from './matrix'
import { squaredDistances } from './squared-distances'

export type NearestCenters = {
  readonly labels: Int32Array
  /** Euclidean distance to the own centre. */
  readonly distances: Float64Array
  /** The second nearest centre; -1 where there is one centre only. */
  readonly runnerUp: Int32Array
  /** NaN where there is one centre only. */
  readonly runnerUpDistances: Float64Array
}

/**
 * The nearest and the second nearest of `nClusters` centres (row-major, nFeatures wide) of each
 * row, by Euclidean distance; ties go to the lowest index. A row with a missing value is near
 * nothing: label -1, distance NaN.
 */
export function nearestCenters(
  matrix: Matrix,
  clusterCenters: Float64Array,
  nClusters: number,
): NearestCenters {
  const { nSamples, nFeatures } = matrix
  const centers: Matrix = { X: clusterCenters, nSamples: nClusters, nFeatures }
  const nearest = unplaced(nSamples)
  const squared = new Float64Array(nClusters)
  for (let i = 0; i < nSamples; i++) {
    squaredDistances(centers, rowOf(matrix, i), squared)
    const first = smallestExcept(squared, -1)
    const second = smallestExcept(squared, first)
    nearest.labels[i] = first
    nearest.distances[i] = first === -1 ? NaN : Math.sqrt(squared[first])
    nearest.runnerUp[i] = second
    nearest.runnerUpDistances[i] = second === -1 ? NaN : Math.sqrt(squared[second])
  }
  return nearest
}

function unplaced(nSamples: number): NearestCenters {
  return {
    labels: new Int32Array(nSamples),
    distances: new Float64Array(nSamples),
    runnerUp: new Int32Array(nSamples),
    runnerUpDistances: new Float64Array(nSamples),
  }
}

/** Index of the smallest value, the first on a tie, leaving `except` out; -1 when none is left. */
function smallestExcept(values: Float64Array, except: number): number {
  let smallest = -1
  for (let c = 0; c < values.length; c++) {
    if (c === except || Number.isNaN(values[c])) continue
    if (smallest === -1 || values[c] < values[smallest]) smallest = c
  }
  return smallest
}
