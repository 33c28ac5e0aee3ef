import { createNearest, sumAnew } from './bounded-nearest'
import { meansOf, runLloyd, stepsOfLloyd, type LloydFit, type LloydOptions } from './lloyd'
import { inertiaAt } from './inertia-at'
import type { Matrix } from './matrix'
import { transferRows } from './transfer-rows'

/**
 * Lloyd's iteration, then transfers of single rows where it rests: mostly a lower inertia, and
 * still every row nearest to its own centre.
 */
export function settle(matrix: Matrix, options: LloydOptions): LloydFit {
  const nearest = createNearest(matrix, options.init.length / matrix.nFeatures)
  const { centers, nIter, isSettled } = stepsOfLloyd(matrix, nearest, options)
  if (!isSettled) return runLloyd(matrix, options)
  transferRows(matrix, nearest, centers)
  sumAnew(matrix, nearest)
  const clusterCenters = meansOf(nearest, centers)
  const { labels } = nearest
  return { clusterCenters, labels, inertia: inertiaAt(matrix, clusterCenters, labels), nIter }
}
