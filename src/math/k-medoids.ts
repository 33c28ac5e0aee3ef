import { assertFittable, oneClusterEach, type KMeansParams } from './k-means'
import { inertiaAt } from './inertia-at'
import { kMeansPlusPlus } from './k-means-plus-plus'
import { nearestCenters } from './nearest-centers'
import type { LloydFit } from './lloyd'
import { selectRows, type Matrix } from './matrix'
import { pairDistances } from './pair-distances'
import { createRandom } from './random'
import { swapMedoids } from './swap-medoids'

export type KMedoidsParams = Omit<KMeansParams, 'tol'> & {
  /** Rows from which on the medoids are searched among samples of half as many rows. */
  readonly maxPaired: number
}

export type KMedoids = LloydFit & {
  /** Row number of the medoid of each cluster. */
  readonly medoids: Int32Array
}

/**
 * k-medoids by FasterPAM (Schubert and Rousseeuw 2021), Euclidean: clusters around rows, with the
 * least sum of distances to them. Each of nInit starts takes its medoids by k-means++ and swaps
 * them for other rows while that helps; the best is kept, the first on a tie. Distances of all
 * pairs are held (4 bytes each); above `maxPaired` rows each start works on a sample of half as
 * many and is judged on all rows (CLARA, Kaufman and Rousseeuw 1986). `clusterCenters` are the
 * medoids and `inertia` the sum of squared distances to them.
 * @throws RangeError without rows, on a value that is not finite, or on nClusters or nInit under 1.
 */
export function fitKMedoids(matrix: Matrix, params: KMedoidsParams): KMedoids {
  assertFittable(matrix, params)
  const { nClusters, nInit, maxIter, randomState } = params
  const trivial = oneClusterEach(matrix, nClusters)
  if (trivial !== null) return { ...trivial, medoids: firstRowsOf(trivial.labels, nClusters) }
  const isSampled = matrix.nSamples > params.maxPaired
  const all = Int32Array.from({ length: matrix.nSamples }, (_, i) => i)
  const whole = isSampled ? null : pairDistances(matrix)
  let best = { medoids: new Int32Array(0), cost: Infinity, nIter: 0 }
  for (let start = 0; start < nInit; start++) {
    const random = createRandom(randomState, start)
    const rows = isSampled ? drawDistinct(all, Math.floor(params.maxPaired / 2), random) : all
    const part = isSampled ? selectRows(matrix, rows) : matrix
    const init = kMeansPlusPlus(part, nClusters, random)
    const { medoids, nIter } = swapMedoids(whole ?? pairDistances(part), init, maxIter)
    const found = medoids.map((row) => rows[row])
    const { distances } = nearestCenters(matrix, selectRows(matrix, found).X, nClusters)
    const cost = distances.reduce((sum, distance) => sum + distance, 0)
    if (cost < best.cost) best = { medoids: found, cost, nIter }
  }
  const { medoids, nIter } = best
  const clusterCenters = selectRows(matrix, medoids).X
  const { labels } = nearestCenters(matrix, clusterCenters, nClusters)
  const inertia = inertiaAt(matrix, clusterCenters, labels)
  return { clusterCenters, labels, inertia, nIter, medoids }
}

function firstRowsOf(labels: Int32Array, nClusters: number): Int32Array {
  return Int32Array.from({ length: nClusters }, (_, c) => Math.max(0, labels.indexOf(c)))
}

/** Some of the rows, each once, in ascending order (Fisher and Yates, then sorted). */
function drawDistinct(
  rows: Int32Array,
  count: number,
  random: { readonly nextInt: (n: number) => number },
): Int32Array {
  const drawn = rows.slice()
  for (let at = 0; at < count; at++) {
    const other = at + random.nextInt(drawn.length - at)
    const row = drawn[at]
    drawn[at] = drawn[other]
    drawn[other] = row
  }
  return drawn.slice(0, count).sort()
}
