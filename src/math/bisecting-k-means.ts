import { inertiaAt } from './inertia-at'
import { assertFittable, fitKMeans, oneClusterEach, type KMeansParams } from './k-means'
import type { LloydFit } from './lloyd'
import { selectRows, type Matrix } from './matrix'

type Leaf = {
  readonly rows: Int32Array
  readonly center: Float64Array
  readonly inertia: number
}

/**
 * Bisecting k-means (scikit-learn `BisectingKMeans`, biggest_inertia): starts with one cluster and
 * splits the one of largest inertia, the first on a tie, by k-means in two until there are
 * nClusters. A cluster is numbered by when its half was made. Every row is in the leaf that it was
 * split into, which is not always the one of the nearest centre.
 * @throws RangeError without rows, on a value that is not finite, or on nClusters or nInit under 1.
 */
export function fitBisectingKMeans(matrix: Matrix, params: KMeansParams): LloydFit {
  assertFittable(matrix, params)
  const { nClusters } = params
  const trivial = oneClusterEach(matrix, nClusters)
  if (trivial !== null) return trivial
  const all = Int32Array.from({ length: matrix.nSamples }, (_, i) => i)
  const whole = fitKMeans(matrix, { ...params, nClusters: 1 })
  const leaves: Leaf[] = [{ rows: all, center: whole.clusterCenters, inertia: whole.inertia }]
  let nIter = 0
  while (leaves.length < nClusters) {
    const at = largestOf(leaves)
    const halves = split(matrix, leaves[at], params)
    leaves.splice(at, 1, halves.leaves[0])
    leaves.push(halves.leaves[1])
    nIter += halves.nIter
  }
  return { ...fitOf(matrix, leaves), nIter }
}

/** Of those that hold several rows: differences too small to square leave an inertia of 0. */
function largestOf(leaves: readonly Leaf[]): number {
  let largest = -1
  leaves.forEach(({ rows, inertia }, at) => {
    if (rows.length > 1 && (largest === -1 || inertia > leaves[largest].inertia)) largest = at
  })
  return largest
}

function split(matrix: Matrix, { rows }: Leaf, params: KMeansParams) {
  const own = selectRows(matrix, rows)
  const { clusterCenters, labels, nIter } = fitKMeans(own, { ...params, nClusters: 2 })
  // Equal rows, or as good as equal, fall into one half: one of them then stands for the other.
  const isWhole = labels.every((label) => label === labels[0])
  const halfOf = (i: number) => (isWhole ? Number(i > 0) : labels[i])
  const leaves = [0, 1].map((half): Leaf => {
    const center = clusterCenters.slice(half * own.nFeatures, (half + 1) * own.nFeatures)
    const members = Int32Array.from([...rows.keys()].filter((i) => halfOf(i) === half))
    const inertia = inertiaAt(selectRows(own, members), center, new Int32Array(members.length))
    return { rows: members.map((i) => rows[i]), center, inertia }
  })
  return { leaves, nIter }
}

function fitOf(matrix: Matrix, leaves: readonly Leaf[]): Omit<LloydFit, 'nIter'> {
  const labels = new Int32Array(matrix.nSamples)
  const clusterCenters = new Float64Array(leaves.length * matrix.nFeatures)
  leaves.forEach(({ rows, center }, c) => {
    for (const row of rows) labels[row] = c
    clusterCenters.set(center, c * matrix.nFeatures)
  })
  return { clusterCenters, labels, inertia: inertiaAt(matrix, clusterCenters, labels) }
}
