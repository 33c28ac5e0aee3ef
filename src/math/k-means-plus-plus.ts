import { log } from './elementary/log'
import { rowOf, type Matrix } from './matrix'
import type { Random } from './random'
import { squaredDistances } from './squared-distances'

/**
 * Rows to start k-means from: greedy k-means++ (Arthur and Vassilvitskii 2007; scikit-learn
 * `kmeans_plusplus`). Each next row is the best of 2 + floor(ln nClusters) candidates, drawn in
 * proportion to the squared distance to the nearest row taken so far; best = the least sum of those
 * distances afterwards. The rows are distinct as long as the matrix has distinct rows.
 * @returns row numbers, nClusters of them.
 */
export function kMeansPlusPlus(matrix: Matrix, nClusters: number, random: Random): Int32Array {
  const chosen = new Int32Array(nClusters)
  const nCandidates = 2 + Math.floor(log(nClusters))
  chosen[0] = random.nextInt(matrix.nSamples)
  let closest: Float64Array = new Float64Array(matrix.nSamples)
  squaredDistances(matrix, rowOf(matrix, chosen[0]), closest)
  for (let c = 1; c < nClusters; c++) {
    const drawn = drawCandidates(closest, nCandidates, random)
    const best = bestCandidate(matrix, closest, drawn)
    chosen[c] = best.row
    closest = best.closest
  }
  return chosen
}

/** Rows drawn with replacement, each with the probability of its share of the total. */
function drawCandidates(closest: Float64Array, count: number, random: Random): Int32Array {
  const cumulative = new Float64Array(closest.length)
  let total = 0
  for (let i = 0; i < closest.length; i++) cumulative[i] = total += closest[i]
  const last = lastPositive(closest)
  return Int32Array.from({ length: count }, () =>
    Math.min(firstOver(cumulative, random.next() * total), last),
  )
}

/** First index whose cumulative value is over the target: rows of no distance are never drawn. */
function firstOver(cumulative: Float64Array, target: number): number {
  let low = 0
  let high = cumulative.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (cumulative[middle] > target) high = middle
    else low = middle + 1
  }
  return low
}

/** Rounding may put the target at the total itself: the last row of any distance then takes it. */
function lastPositive(values: Float64Array): number {
  let i = values.length - 1
  while (i > 0 && values[i] === 0) i--
  return i
}

function bestCandidate(matrix: Matrix, closest: Float64Array, drawn: Int32Array) {
  let best = { row: drawn[0], closest, potential: Infinity }
  for (const row of drawn) {
    const distances = new Float64Array(matrix.nSamples)
    squaredDistances(matrix, rowOf(matrix, row), distances)
    let potential = 0
    for (let i = 0; i < distances.length; i++) {
      if (closest[i] < distances[i]) distances[i] = closest[i]
      potential += distances[i]
    }
    if (potential < best.potential) best = { row, closest: distances, potential }
  }
  return best
}
