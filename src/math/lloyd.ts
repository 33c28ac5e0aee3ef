import { createNearest, reassign, type Nearest, shiftBounds, sumAnew } from './bounded-nearest'
import { fillEmptyClusters } from './fill-empty-clusters'
import { inertiaAt } from './inertia-at'
import type { Matrix } from './matrix'
import { relocateEmptyClusters } from './relocate-empty-clusters'

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
 * Lloyd's iteration from given centres; it stops where scikit-learn does: when no row changes its
 * cluster, or the centres move no more than the tolerance. Rows whose nearest centre cannot have
 * changed are not measured again (bounds of Hamerly 2010), which changes no label. A cluster that
 * loses all its rows gets the row farthest from its own centre.
 */
export function runLloyd(matrix: Matrix, options: LloydOptions): LloydFit {
  const nearest = createNearest(matrix, options.init.length / matrix.nFeatures)
  const steps = stepsOfLloyd(matrix, nearest, options)
  let { centers } = steps
  if (steps.isSettled) {
    sumAnew(matrix, nearest)
    centers = meansOf(nearest, centers)
    shiftBounds(nearest, steps.centers, centers)
  }
  reassign(matrix, centers, nearest)
  return { ...finish(matrix, centers, nearest), nIter: steps.nIter }
}

/**
 * The steps alone: afterwards `nearest` holds the rows as last assigned, and the centres answered
 * are their means when the iteration settled; it did not where the iterations were used up.
 */
export function stepsOfLloyd(matrix: Matrix, nearest: Nearest, options: LloydOptions) {
  let centers = options.init
  let nIter = 0
  let isSettled = false
  while (!isSettled && nIter < options.maxIter) {
    nIter++
    const nChanged = reassign(matrix, centers, nearest)
    const hasEmpty = nearest.sizes.includes(0)
    const moved = hasEmpty ? refill(matrix, centers, nearest) : meansOf(nearest, centers)
    const shift = shiftBounds(nearest, centers, moved)
    isSettled = !hasEmpty && (nChanged === 0 || shift <= options.tolerance)
    centers = moved
  }
  return { centers, nIter, isSettled }
}

/** The mean of the rows of each cluster; an empty one keeps its centre. */
export function meansOf({ sizes, sums }: Nearest, centers: Float64Array): Float64Array {
  const nFeatures = centers.length / sizes.length
  const means = centers.slice()
  for (let c = 0, at = 0; c < sizes.length; c++)
    for (let j = 0; j < nFeatures; j++, at++) if (sizes[c] > 0) means[at] = sums[at] / sizes[c]
  return means
}

/** The means after each empty cluster was given a row; labels and sums stay as they were. */
function refill(matrix: Matrix, centers: Float64Array, nearest: Nearest): Float64Array {
  sumAnew(matrix, nearest)
  const refilled = { ...nearest, sizes: nearest.sizes.slice(), sums: nearest.sums.slice() }
  relocateEmptyClusters(matrix, centers, refilled)
  return meansOf(refilled, centers)
}

/** Labels and inertia of the final centres; no cluster is left empty where rows differ. */
function finish(matrix: Matrix, centers: Float64Array, { labels, sizes }: Nearest) {
  if (!sizes.includes(0))
    return { clusterCenters: centers, labels, inertia: inertiaAt(matrix, centers, labels) }
  const { centers: filled, nearest } = fillEmptyClusters(matrix, centers)
  const inertia = inertiaAt(matrix, filled, nearest.labels)
  return { clusterCenters: filled, labels: nearest.labels, inertia }
}
