import { assertFinite } from './assert-finite'
import { distinctRows } from './count-distinct-rows'
import { kMeansPlusPlus } from './k-means-plus-plus'
import { runLloyd, type LloydFit } from './lloyd'
import { columnOf, selectRows, type Matrix } from './matrix'
import { nearestCenters } from './nearest-centers'
import { createRandom } from './random'
import { searchByOffspring } from './search-by-offspring'
import { settle } from './settle'
import { variance } from './variance'

export type KMeansParams = {
  readonly nClusters: number
  /** Restarts; the best that they and their offspring reach is kept. */
  readonly nInit: number
  readonly maxIter: number
  /** Times the mean column variance: total squared shift of the centres at which a fit stops. */
  readonly tol: number
  readonly randomState: number
}

/** The best that was found. */
export type KMeans = LloydFit & {
  /** The restarts as they settled, the best first, without the first of them; at most three. */
  readonly runnersUp: readonly LloydFit[]
  /** What was best after each restart, each once; the last is this fit. */
  readonly bests: readonly LloydFit[]
}

const nRunnersUp = 3

/**
 * k-means (scikit-learn `KMeans`): each restart runs Lloyd's algorithm from greedy k-means++ and
 * settles by transfers of single rows; between restarts, the best fits so far are recombined into
 * new ones (`searchByOffspring`), so that the inertia is never above, and mostly below, that of the
 * restarts alone. More restarts never give a larger inertia. Each restart has its own streams of
 * random numbers. With as many distinct rows as clusters or fewer, each distinct row is a cluster
 * in order of first appearance, inertia 0, and surplus clusters are empty: their centres repeat the
 * first row.
 * @throws RangeError without rows, on a value that is not finite, or on nClusters or nInit under 1.
 */
export function fitKMeans(matrix: Matrix, params: KMeansParams): KMeans {
  assertFittable(matrix, params)
  const { nClusters, maxIter, randomState } = params
  const trivial = oneClusterEach(matrix, nClusters)
  if (trivial !== null) return { ...trivial, runnersUp: [], bests: [trivial] }
  const tolerance = params.tol * meanColumnVariance(matrix)
  const settleAt = (init: Float64Array) => settle(matrix, { init, maxIter, tolerance })
  const start = (restart: number): LloydFit => {
    const seeds = kMeansPlusPlus(matrix, nClusters, createRandom(randomState, restart))
    return settleAt(selectRows(matrix, seeds).X)
  }
  const { bests, starts } = searchByOffspring(matrix, { ...params, start, settleAt })
  const runnersUp = starts.toSorted((a, b) => a.inertia - b.inertia).slice(1, 1 + nRunnersUp)
  const rested = [...new Set(bests)].map(({ clusterCenters: init, nIter }) => ({
    ...runLloyd(matrix, { init, maxIter, tolerance: 0 }),
    nIter,
  }))
  return { ...rested[rested.length - 1], runnersUp, bests: rested }
}

/** @throws RangeError without rows, on a value that is not finite, or on nClusters or nInit under 1. */
export function assertFittable(
  matrix: Matrix,
  { nClusters, nInit }: Pick<KMeansParams, 'nClusters' | 'nInit'>,
): void {
  if (matrix.nSamples === 0) throw new RangeError('k-means needs at least one row.')
  if (!Number.isInteger(nClusters) || nClusters < 1) {
    throw new RangeError(`nClusters must be a whole number from 1 on; got ${nClusters}.`)
  }
  if (!(nInit >= 1)) throw new RangeError(`nInit must be at least 1; got ${nInit}.`)
  assertFinite(matrix, 'k-means')
}

/** The fit where there are no more distinct rows than clusters; null where there are. */
export function oneClusterEach(matrix: Matrix, nClusters: number): LloydFit | null {
  const distinct = distinctRows(matrix, nClusters + 1)
  if (distinct.length > nClusters) return null
  const seeds = Int32Array.from({ length: nClusters }, (_, c) => distinct[c] ?? distinct[0])
  const clusterCenters = selectRows(matrix, seeds).X
  const { labels } = nearestCenters(matrix, clusterCenters, nClusters)
  return { clusterCenters, labels, inertia: 0, nIter: 0 }
}

/** What `tol` is a multiple of. */
export function meanColumnVariance(matrix: Matrix): number {
  let sum = 0
  for (let j = 0; j < matrix.nFeatures; j++) sum += variance(columnOf(matrix, j))
  return sum / matrix.nFeatures
}
