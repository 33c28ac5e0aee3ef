import { kmeansGenerator } from 'ml-kmeans'
import { fillEmptyClusters, firstEmptyCluster } from './fill-empty-clusters'
import { toRows, type Matrix } from './matrix'

export type LloydOptions = {
  /** nClusters x nFeatures, row-major. */
  readonly init: Float64Array
  readonly maxIter: number
  /** Total squared shift of the centres at which the iteration stops. */
  readonly tolerance: number
}

export type LloydFit = {
  /** nClusters x nFeatures, row-major. */
  readonly clusterCenters: Float64Array
  /** The nearest centre of each row, the lowest index on a tie. */
  readonly labels: Int32Array
  /** Sum of squared distances to the own centre. */
  readonly inertia: number
  readonly nIter: number
}

/**
 * Lloyd's iteration from given centres. ml-kmeans makes the steps; when to stop is decided here, as
 * scikit-learn does, because ml-kmeans looks at the shift of each centre by itself and never
 * refills a cluster that lost all its rows. `rows` is `matrix` as ml-kmeans reads it.
 */
export function runLloyd(matrix: Matrix, rows: number[][], options: LloydOptions): LloydFit {
  let centers = options.init
  let nIter = 0
  let isSettled = false
  while (!isSettled && nIter < options.maxIter) {
    const maxIter = options.maxIter - nIter
    const run = iterate(rows, centers, { ...options, maxIter })
    nIter += run.nIter
    isSettled = run.isSettled
    centers = isSettled ? run.centers : fillEmptyClusters(matrix, run.centers).centers
  }
  const { centers: clusterCenters, nearest } = fillEmptyClusters(matrix, centers)
  return { clusterCenters, labels: nearest.labels, inertia: inertiaOf(nearest.distances), nIter }
}

/** Steps until the centres rest, a cluster is empty, or the iterations are used up. */
function iterate(rows: number[][], init: Float64Array, { maxIter, tolerance }: LloydOptions) {
  const nFeatures = rows[0].length
  const nClusters = init.length / nFeatures
  const initialization = toRows({ X: init, nSamples: nClusters, nFeatures })
  let centers = init
  let nIter = 0
  let isSettled = false
  const options = { initialization, maxIterations: maxIter, tolerance: 0 }
  for (const step of kmeansGenerator(rows, nClusters, options)) {
    nIter++
    const moved = Float64Array.from(step.centroids.flat())
    const hasEmpty = firstEmptyCluster(step.clusters, nClusters) !== -1
    isSettled = !hasEmpty && totalSquaredShift(centers, moved) <= tolerance
    centers = moved
    if (hasEmpty || isSettled) break
  }
  return { centers, nIter, isSettled }
}

function totalSquaredShift(before: Float64Array, after: Float64Array): number {
  let sum = 0
  for (let at = 0; at < before.length; at++) sum += (after[at] - before[at]) ** 2
  return sum
}

function inertiaOf(distances: Float64Array): number {
  return distances.reduce((sum, distance) => sum + distance * distance, 0)
}
