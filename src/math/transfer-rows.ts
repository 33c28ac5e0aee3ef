import { clusterMeans } from './cluster-means'
import type { Matrix } from './matrix'

type Groups = {
  readonly labels: Int32Array
  /** Mean of each cluster, row-major. */
  readonly centers: Float64Array
  readonly sizes: Int32Array
}

/** A transfer has to lower the inertia by more than rounding. */
const relativeGain = 1e-10

/**
 * Moves single rows to another cluster while that lowers the inertia, the means following at once
 * (Hartigan and Wong 1979, optimal transfer). It goes on where Lloyd's iteration rests, and where
 * it ends each row is also nearest to the mean of its cluster. Rows are visited in order; no
 * cluster loses its last row.
 * @param start label of each row, 0 .. nClusters - 1, every cluster with a row.
 * @returns nClusters x nFeatures means, row-major, and how many transfers led there.
 */
export function transferRows(
  matrix: Matrix,
  start: Int32Array,
): { readonly centers: Float64Array; readonly nMoved: number } {
  const labels = start.slice()
  const { centers, sizes } = clusterMeans(matrix, labels)
  const groups = { labels, centers: centers.X, sizes }
  let nMoved = 0
  let nResting = 0
  for (let row = 0; nResting < matrix.nSamples; row = (row + 1) % matrix.nSamples) {
    const to = betterCluster(matrix, groups, row)
    nResting = to === -1 ? nResting + 1 : 0
    if (to === -1) continue
    transfer(matrix, groups, row, to)
    nMoved++
  }
  // The means were carried along; summed anew they hold no rounding of the way.
  return { centers: clusterMeans(matrix, labels).centers.X, nMoved }
}

/** The cluster whose inertia grows least by the row, if by less than the own one shrinks; else -1. */
function betterCluster(matrix: Matrix, { labels, centers, sizes }: Groups, row: number): number {
  const own = labels[row]
  const size = sizes[own]
  if (size < 2) return -1
  const leaving = (size / (size - 1)) * squaredToCenter(matrix, row, centers, own)
  let least = leaving * (1 - relativeGain)
  let best = -1
  for (let c = 0; c < sizes.length; c++) {
    if (c === own) continue
    const joining = (sizes[c] / (sizes[c] + 1)) * squaredToCenter(matrix, row, centers, c)
    if (joining >= least) continue
    least = joining
    best = c
  }
  return best
}

function transfer({ X, nFeatures }: Matrix, groups: Groups, row: number, to: number): void {
  const { labels, centers, sizes } = groups
  const from = labels[row]
  for (let j = 0; j < nFeatures; j++) {
    const value = X[row * nFeatures + j]
    const left = from * nFeatures + j
    const joined = to * nFeatures + j
    centers[left] -= (value - centers[left]) / (sizes[from] - 1)
    centers[joined] += (value - centers[joined]) / (sizes[to] + 1)
  }
  sizes[from]--
  sizes[to]++
  labels[row] = to
}

function squaredToCenter(
  { X, nFeatures }: Matrix,
  row: number,
  centers: Float64Array,
  c: number,
): number {
  let sum = 0
  for (let j = 0; j < nFeatures; j++) {
    const difference = X[row * nFeatures + j] - centers[c * nFeatures + j]
    sum += difference * difference
  }
  return sum
}
