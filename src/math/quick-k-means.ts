import { kMeansPlusPlus } from './k-means-plus-plus'
import type { LloydFit } from './lloyd'
import { columnOf, selectRows, type Matrix } from './matrix'
import { createRandom } from './random'
import { settle } from './settle'
import { variance } from './variance'

export type QuickKMeansParams = {
  readonly nClusters: number
  /** The one with the least inertia is kept, the first on a tie. */
  readonly nStarts: number
  readonly maxIter: number
  /** As of `fitKMeans`. */
  readonly tol: number
  readonly randomState: number
}

/**
 * k-means without the search that follows the starts in `fitKMeans`, for thousands of fits whose sum
 * alone is read: the best of a few settled starts.
 * @throws RangeError with fewer rows than clusters, or without a start.
 */
export function quickKMeans(matrix: Matrix, params: QuickKMeansParams): LloydFit {
  const { nClusters, nStarts, maxIter, randomState } = params
  if (!(nClusters >= 1 && nClusters <= matrix.nSamples && nStarts >= 1))
    throw new RangeError(`${matrix.nSamples} rows cannot be ${nClusters} clusters.`)
  const tolerance = params.tol * meanColumnVariance(matrix)
  const startAt = (start: number) => {
    const seeds = kMeansPlusPlus(matrix, nClusters, createRandom(randomState, start))
    return settle(matrix, { init: selectRows(matrix, seeds).X, maxIter, tolerance })
  }
  let best = startAt(0)
  for (let start = 1; start < nStarts; start++) {
    const fit = startAt(start)
    if (fit.inertia < best.inertia) best = fit
  }
  return best
}

function meanColumnVariance(matrix: Matrix): number {
  let sum = 0
  for (let j = 0; j < matrix.nFeatures; j++) sum += variance(columnOf(matrix, j))
  return sum / matrix.nFeatures
}
