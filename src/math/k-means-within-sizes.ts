import { assignWithinSizes, type SizeBounds } from './assign-within-sizes'
import { clusterMeans } from './cluster-means'
import { inertiaAt } from './inertia-at'
import { fitKMeans, meanColumnVariance, type KMeans, type KMeansParams } from './k-means'
import { kMeansPlusPlus } from './k-means-plus-plus'
import type { LloydFit } from './lloyd'
import { selectRows, type Matrix } from './matrix'
import { createRandom } from './random'
import { squaredBetween } from './squared-between'
import { squaredToCenters } from './squared-to-centers'

const nRunnersUp = 3

/**
 * k-means whose clusters hold from `min` to `max` rows each (Bradley, Bennett and Demiriz 2000):
 * every step assigns the rows by minimum-cost flow and moves the centres to their means, so the
 * inertia never rises. It starts from the fits without bounds that were best after each restart, then
 * from k-means++ nInit times, and keeps the best: where the bounds hold anyway, it is the fit without
 * them. More restarts never give a larger inertia.
 * @throws RangeError as `fitKMeans`, and where the bounds leave no way.
 */
export function fitKMeansWithinSizes(
  matrix: Matrix,
  params: KMeansParams,
  bounds: SizeBounds,
): Omit<KMeans, 'bests'> {
  const free = fitKMeans(matrix, params)
  if (isWithin(free.labels, params.nClusters, bounds)) return free
  const options = { ...bounds, maxIter: params.maxIter, tolerance: toleranceOf(matrix, params) }
  const fits = free.bests.map((fit) =>
    isWithin(fit.labels, params.nClusters, bounds)
      ? fit
      : descend(matrix, fit.clusterCenters, options),
  )
  for (let restart = 0; restart < params.nInit; restart++) {
    const random = createRandom(params.randomState, restart)
    const seeds = kMeansPlusPlus(matrix, params.nClusters, random)
    fits.push(descend(matrix, selectRows(matrix, seeds).X, options))
  }
  fits.sort((a, b) => a.inertia - b.inertia)
  return { ...fits[0], runnersUp: fits.slice(1, 1 + nRunnersUp) }
}

/** Labels within the bounds for centres that stay: the least sum of squared distances. */
export function labelWithinSizes(
  matrix: Matrix,
  centers: Float64Array,
  bounds: SizeBounds,
): Int32Array {
  return assignWithinSizes(squaredToCenters(matrix, centers), bounds)
}

/** Whether every one of the clusters holds as many rows as it may. */
export function isWithin(labels: Int32Array, nClusters: number, { min, max }: SizeBounds): boolean {
  const sizes = new Int32Array(nClusters)
  for (const label of labels) if (label >= 0) sizes[label]++
  return sizes.every((size) => size >= min && size <= max)
}

type Descent = SizeBounds & { readonly maxIter: number; readonly tolerance: number }

function descend(matrix: Matrix, init: Float64Array, options: Descent): LloydFit {
  let centers = init
  let labels = labelWithinSizes(matrix, centers, options)
  let nIter = 0
  let isSettled = false
  while (!isSettled && nIter < options.maxIter) {
    nIter++
    const moved = meansWithin(matrix, labels, centers)
    const next = labelWithinSizes(matrix, moved, options)
    const shift = squaredBetween({ X: centers, nFeatures: moved.length }, 0, moved, 0)
    isSettled = shift <= options.tolerance || next.every((label, row) => label === labels[row])
    centers = moved
    labels = next
  }
  const clusterCenters = meansWithin(matrix, labels, centers)
  return { clusterCenters, labels, inertia: inertiaAt(matrix, clusterCenters, labels), nIter }
}

/** Means of the members; a cluster without any keeps its centre. */
export function meansWithin(
  matrix: Matrix,
  labels: Int32Array,
  centers: Float64Array,
): Float64Array {
  const { centers: means, sizes } = clusterMeans(matrix, labels)
  const kept = centers.slice()
  for (let c = 0, at = 0; c < sizes.length; c++)
    for (let j = 0; j < matrix.nFeatures; j++, at++) if (sizes[c] > 0) kept[at] = means.X[at]
  return kept
}

function toleranceOf(matrix: Matrix, { tol }: KMeansParams): number {
  return tol * meanColumnVariance(matrix)
}
