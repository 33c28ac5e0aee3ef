import { clusterMeans } from './cluster-means'
import { inertiaAt } from './inertia-at'
import { assertFittable, fitKMeans, oneClusterEach, type KMeansParams } from './k-means'
import { kMeansPlusPlus } from './k-means-plus-plus'
import { type LloydFit, runLloyd } from './lloyd'
import { selectRows, type Matrix } from './matrix'
import { createRandom } from './random'

type Leaf = {
  readonly rows: Int32Array
  readonly center: Float64Array
  readonly inertia: number
}

/** Parts some rows in two. */
type Halve = (own: Matrix) => LloydFit

/**
 * Bisecting k-means (scikit-learn `BisectingKMeans`, biggest_inertia): starts with one cluster and
 * splits the one of largest inertia, the first on a tie, by k-means in two until there are
 * nClusters. One tree takes the best split every time; as that is not always the best for the splits
 * that follow, nInit others take what one start of Lloyd's algorithm finds, and the tree of least
 * inertia is kept. A cluster is numbered by when its half was made. Every row is in the leaf that it
 * was split into, which is not always the one of the nearest centre.
 * @throws RangeError without rows, on a value that is not finite, or on nClusters or nInit under 1.
 */
export function fitBisectingKMeans(matrix: Matrix, params: KMeansParams): LloydFit {
  assertFittable(matrix, params)
  const { nClusters, nInit, maxIter, randomState } = params
  const trivial = oneClusterEach(matrix, nClusters)
  if (trivial !== null) return trivial
  const grow = (halve: Halve) => growTree(matrix, nClusters, halve)
  let best = grow((own) => fitKMeans(own, { ...params, nClusters: 2 }))
  // With two clusters there is one split, and it is the best one.
  const nOthers = nClusters > 2 ? nInit : 0
  for (let start = 0; start < nOthers; start++) {
    const random = createRandom(randomState, start)
    const tree = grow((own) => {
      const init = selectRows(own, kMeansPlusPlus(own, 2, random)).X
      return runLloyd(own, { init, maxIter, tolerance: 0 })
    })
    if (tree.inertia < best.inertia) best = tree
  }
  return best
}

function growTree(matrix: Matrix, nClusters: number, halve: Halve): LloydFit {
  const all = Int32Array.from({ length: matrix.nSamples }, (_, i) => i)
  const whole = clusterMeans(matrix, new Int32Array(matrix.nSamples)).centers.X
  const leaves: Leaf[] = [{ rows: all, center: whole, inertia: Infinity }]
  let nIter = 0
  while (leaves.length < nClusters) {
    const at = largestOf(leaves)
    const halves = split(matrix, leaves[at], halve)
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

function split(matrix: Matrix, { rows }: Leaf, halve: Halve) {
  const own = selectRows(matrix, rows)
  const { clusterCenters, labels, nIter } = halve(own)
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
