import { assertFinite } from './assert-finite'
import { distinctRows } from './count-distinct-rows'
import { kMeansPlusPlus } from './k-means-plus-plus'
import type { LloydFit } from './lloyd'
import { columnOf, selectRows, toRows, type Matrix } from './matrix'
import { nearestCenters } from './nearest-centers'
import { createRandom } from './random'
import { refineBySwaps } from './refine-by-swaps'
import { settle } from './settle'
import { variance } from './variance'

export type KMeansParams = {
  readonly nClusters: number
  /** Restarts; the one with the least inertia is kept, the first on a tie. */
  readonly nInit: number
  readonly maxIter: number
  /** Times the mean column variance: total squared shift of the centres at which a fit stops. */
  readonly tol: number
  readonly randomState: number
}

/** The best restart, refined. */
export type KMeans = LloydFit & {
  /**
   * The restarts that the fit did not come from, as they settled, the best first, at most three.
   */
  readonly runnersUp: readonly LloydFit[]
}

const nRunnersUp = 3

/**
 * k-means (scikit-learn `KMeans`): each restart runs Lloyd's algorithm from greedy k-means++ and
 * settles by transfers of single rows; the best one is refined by swaps of clusters, so that its
 * inertia is never above, and mostly below, that of the restarts alone. Each restart has its own
 * stream of random numbers. With as many distinct rows as clusters or fewer, each distinct row
 * is a cluster in order of first appearance, inertia 0, and surplus clusters are empty: their
 * centres repeat the first row.
 * @throws RangeError without rows, on a value that is not finite, or on nClusters or nInit under 1.
 */
export function fitKMeans(matrix: Matrix, params: KMeansParams): KMeans {
  assertFittable(matrix, params)
  const { nClusters, nInit, maxIter, randomState } = params
  const distinct = distinctRows(matrix, nClusters + 1)
  if (distinct.length <= nClusters) return oneClusterEach(matrix, distinct, nClusters)
  // ml-kmeans reads arrays of arrays: made once, shared by all restarts.
  const rows = toRows(matrix)
  const tolerance = params.tol * meanColumnVariance(matrix)
  const fitOnce = (restart: number): LloydFit => {
    const seeds = kMeansPlusPlus(matrix, nClusters, createRandom(randomState, restart))
    return settle(matrix, rows, { init: selectRows(matrix, seeds).X, maxIter, tolerance })
  }
  let best: readonly LloydFit[] = []
  for (let restart = 0; restart < nInit; restart++)
    best = [...best, fitOnce(restart)]
      .sort((a, b) => a.inertia - b.inertia)
      .slice(0, 1 + nRunnersUp)
  const refined = refineBySwaps(matrix, rows, best[0], { maxIter, tolerance: 0 })
  return { ...refined, runnersUp: best.slice(1) }
}

function assertFittable(matrix: Matrix, { nClusters, nInit }: KMeansParams): void {
  if (matrix.nSamples === 0) throw new RangeError('k-means needs at least one row.')
  if (!Number.isInteger(nClusters) || nClusters < 1) {
    throw new RangeError(`nClusters must be a whole number from 1 on; got ${nClusters}.`)
  }
  if (!(nInit >= 1)) throw new RangeError(`nInit must be at least 1; got ${nInit}.`)
  assertFinite(matrix, 'k-means')
}

function oneClusterEach(matrix: Matrix, distinct: readonly number[], nClusters: number): KMeans {
  const seeds = Int32Array.from({ length: nClusters }, (_, c) => distinct[c] ?? distinct[0])
  const clusterCenters = selectRows(matrix, seeds).X
  const { labels } = nearestCenters(matrix, clusterCenters, nClusters)
  return { clusterCenters, labels, inertia: 0, nIter: 0, runnersUp: [] }
}

function meanColumnVariance(matrix: Matrix): number {
  let sum = 0
  for (let j = 0; j < matrix.nFeatures; j++) sum += variance(columnOf(matrix, j))
  return sum / matrix.nFeatures
}
