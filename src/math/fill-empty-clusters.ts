import { rowOf, type Matrix } from './matrix'
import { nearestCenters, type NearestCenters } from './nearest-centers'

/**
 * Moves the centre of each cluster that no row is nearest to onto the row that is farthest from its
 * own centre (the first on a tie), as scikit-learn relocates empty clusters. Each move lowers the
 * inertia, so it ends; it stops early when every row lies on a centre.
 */
export function fillEmptyClusters(
  matrix: Matrix,
  clusterCenters: Float64Array,
): { readonly centers: Float64Array; readonly nearest: NearestCenters } {
  const nClusters = clusterCenters.length / matrix.nFeatures
  const centers = clusterCenters.slice()
  let nearest = nearestCenters(matrix, centers, nClusters)
  for (;;) {
    const empty = firstEmptyCluster(nearest.labels, nClusters)
    const farthest = indexOfLargest(nearest.distances)
    if (empty === -1 || nearest.distances[farthest] === 0) return { centers, nearest }
    centers.set(rowOf(matrix, farthest), empty * matrix.nFeatures)
    nearest = nearestCenters(matrix, centers, nClusters)
  }
}

/** The lowest cluster that no row is in; -1 when there is none. */
export function firstEmptyCluster(labels: ArrayLike<number>, nClusters: number): number {
  const sizes = new Int32Array(nClusters)
  for (let i = 0; i < labels.length; i++) sizes[labels[i]]++
  return sizes.indexOf(0)
}

function indexOfLargest(values: Float64Array): number {
  let largest = 0
  for (let i = 1; i < values.length; i++) if (values[i] > values[largest]) largest = i
  return largest
}
