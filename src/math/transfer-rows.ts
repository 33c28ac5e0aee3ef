import { moveRow, type Nearest } from './bounded-nearest'
import type { Matrix } from './matrix'
import { squaredBetween } from './squared-between'

type Groups = {
  readonly nearest: Nearest
  /** Mean of each cluster, row-major. */
  readonly centers: Float64Array
  /** How far any centre had moved when the bounds of a row were taken. */
  readonly seenAt: Float64Array
  /** How far any centre can have moved since the start. */
  drift: number
  /** At most the size of the smallest cluster. */
  smallest: number
}

/** A transfer has to lower the inertia by more than rounding. */
const relativeGain = 1e-10
/** What a bound leaves to rounding; far below `relativeGain` times a distance that matters. */
const slack = 1e-12
/**
 * Times the number of rows: transfers after which rounding, not the inertia, must be what moves
 * rows. It happens where a column is far from 0 and differs in its last digits only.
 */
const mostTransfers = 20

/**
 * Moves single rows to another cluster while that lowers the inertia, the means following at once
 * (Hartigan and Wong 1979, optimal transfer). It goes on where Lloyd's iteration rests, and where
 * it ends each row is also nearest to the mean of its cluster, to rounding. Rows are visited in order; no
 * cluster loses its last row. A row whose bounds leave nothing open is not measured.
 * @param nearest labels with every cluster filled, and bounds on the distances to `centers`, which
 *   are the means; labels, sizes and sums are changed, and the bounds are used up.
 * @returns how many transfers were made.
 */
export function transferRows(matrix: Matrix, nearest: Nearest, centers: Float64Array): number {
  const { nSamples } = matrix
  const groups: Groups = {
    nearest,
    centers: centers.slice(),
    seenAt: new Float64Array(nSamples),
    drift: 0,
    smallest: nearest.sizes.reduce((least, size) => Math.min(least, size)),
  }
  let nMoved = 0
  let nResting = 0
  const most = mostTransfers * nSamples
  for (
    let row = 0;
    nResting < nSamples && nMoved < most;
    row = row + 1 === nSamples ? 0 : row + 1
  ) {
    const to = isAtHome(groups, row) ? -1 : betterCluster(matrix, groups, row)
    nResting = to === -1 ? nResting + 1 : 0
    if (to === -1) continue
    transfer(matrix, groups, row, to)
    nMoved++
  }
  return nMoved
}

/** Whether the bounds alone say that the row is best where it is. */
function isAtHome({ nearest, seenAt, drift, smallest }: Groups, row: number): boolean {
  const size = nearest.sizes[nearest.labels[row]]
  if (size < 2) return true
  const moved = drift - seenAt[row]
  const apart = nearest.lower[row] - moved
  const own = nearest.upper[row] + moved
  // What leaving saves at most, and what joining any other cluster costs at least.
  return (
    apart > 0 &&
    (size / (size - 1)) * own * own <= (smallest / (smallest + 1)) * apart * apart * (1 - slack)
  )
}

/** The cluster whose inertia grows least by the row, if by less than the own one shrinks; else -1. */
function betterCluster(matrix: Matrix, groups: Groups, row: number): number {
  const { nearest, centers, seenAt, drift } = groups
  const { labels, sizes, upper, lower } = nearest
  const own = labels[row]
  const size = sizes[own]
  const squaredOwn = squaredBetween(matrix, row, centers, own)
  let least = (size / (size - 1)) * squaredOwn * (1 - relativeGain)
  let squaredOther = Infinity
  let best = -1
  for (let c = 0; c < sizes.length; c++) {
    if (c === own) continue
    const squared = squaredBetween(matrix, row, centers, c)
    if (squared < squaredOther) squaredOther = squared
    const joining = (sizes[c] / (sizes[c] + 1)) * squared
    if (joining >= least) continue
    least = joining
    best = c
  }
  upper[row] = Math.sqrt(squaredOwn)
  lower[row] = Math.sqrt(squaredOther)
  seenAt[row] = drift
  return best
}

function transfer(matrix: Matrix, groups: Groups, row: number, to: number): void {
  const { nearest, centers } = groups
  const { labels, sizes } = nearest
  const from = labels[row]
  const moved = Math.max(
    pull(matrix, row, centers, { c: from, weight: -1 / (sizes[from] - 1) }),
    pull(matrix, row, centers, { c: to, weight: 1 / (sizes[to] + 1) }),
  )
  groups.drift += Math.sqrt(moved) * (1 + slack)
  moveRow(matrix, nearest, row, to)
  groups.smallest = Math.min(groups.smallest, sizes[from])
  // Its bounds were those of the cluster that it left.
  nearest.upper[row] = Infinity
}

/** Moves a centre towards a row by a share of the way; answers the squared length of the move. */
function pull(
  { X, nFeatures }: Matrix,
  row: number,
  centers: Float64Array,
  { c, weight }: { readonly c: number; readonly weight: number },
): number {
  let squared = 0
  for (let j = 0; j < nFeatures; j++) {
    const step = weight * (X[row * nFeatures + j] - centers[c * nFeatures + j])
    centers[c * nFeatures + j] += step
    squared += step * step
  }
  return squared
}
