import { assertFinite } from './assert-finite'
import type { Matrix } from './matrix'
import { type NearestRows, nearestRows } from './nearest-rows'

/**
 * Minus the local outlier factor of each row (Breunig et al. 2000; scikit-learn
 * `LocalOutlierFactor.negative_outlier_factor_`): about -1 inside a cloud, lower is stranger.
 * `nNeighbors` is at most nSamples - 1. Of equally far neighbours the lower rows are taken, where
 * scikit-learn takes those that its tree meets first. A single row scores -1.
 * @throws RangeError on an empty matrix or a value that is not finite.
 */
export function localOutlierFactor(matrix: Matrix, nNeighbors: number): Float64Array {
  if (matrix.nSamples === 0) throw new RangeError('A local outlier factor needs at least one row.')
  assertFinite(matrix, 'A local outlier factor')
  if (matrix.nSamples === 1) return Float64Array.of(-1)
  const nearest = nearestRows(matrix, Math.max(1, nNeighbors))
  const density = reachabilityDensity(nearest)
  return density.map((own, i) => {
    let sum = 0
    for (let at = i * nearest.nNeighbors; at < (i + 1) * nearest.nNeighbors; at++)
      sum += density[nearest.rows[at]] / own
    return -sum / nearest.nNeighbors
  })
}

/** Keeps the density of rows that are all duplicates finite; scikit-learn's constant. */
const regularisation = 1e-10

/** One over the mean reachability distance to the neighbours. */
function reachabilityDensity({ nNeighbors, rows, distances }: NearestRows): Float64Array {
  const density = new Float64Array(rows.length / nNeighbors)
  for (let i = 0; i < density.length; i++) {
    let sum = 0
    for (let at = i * nNeighbors; at < (i + 1) * nNeighbors; at++) {
      const radius = distances[(rows[at] + 1) * nNeighbors - 1]
      sum += Math.max(distances[at], radius)
    }
    density[i] = 1 / (sum / nNeighbors + regularisation)
  }
  return density
}
