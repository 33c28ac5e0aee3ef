import type { Matrix } from './matrix'
import { squaredBetween } from './squared-between'

/** The nearest centre of each row, with bounds that say which rows need no second look. */
export type Nearest = {
  /** -1 before the first assignment. */
  readonly labels: Int32Array
  /** Rows of each cluster. */
  readonly sizes: Int32Array
  /** Sum of the rows of each cluster, row-major; carried along from one assignment to the next. */
  readonly sums: Float64Array
  /** At least the distance to the own centre. */
  readonly upper: Float64Array
  /** At most the distance to any other centre. */
  readonly lower: Float64Array
}

export function createNearest({ nSamples, nFeatures }: Matrix, nClusters: number): Nearest {
  return {
    labels: new Int32Array(nSamples).fill(-1),
    sizes: new Int32Array(nClusters),
    sums: new Float64Array(nClusters * nFeatures),
    upper: new Float64Array(nSamples).fill(Infinity),
    lower: new Float64Array(nSamples),
  }
}

/** Wider than the rounding of one addition. */
const ulp = 2 ** -51

/**
 * Labels each row with its nearest centre, the lowest index on a tie, measuring only the rows whose
 * bounds leave it open (Hamerly 2010). The bounds are kept wider than rounding, so that the labels
 * are those of measuring every row.
 * @returns how many rows changed their label.
 */
export function reassign(matrix: Matrix, centers: Float64Array, nearest: Nearest): number {
  const { nSamples, nFeatures } = matrix
  const { labels, upper, lower } = nearest
  const rounding = 1 + (nFeatures + 8) * ulp
  const half = halfGaps(centers, nFeatures)
  const found = { label: 0, first: 0, second: 0 }
  let nChanged = 0
  for (let i = 0; i < nSamples; i++) {
    const own = labels[i]
    if (own !== -1) {
      const bound = Math.max(lower[i], half[own])
      if (upper[i] < bound) continue
      upper[i] = Math.sqrt(squaredBetween(matrix, i, centers, own)) * rounding
      if (upper[i] < bound) continue
    }
    findNearest(matrix, i, centers, found)
    upper[i] = Math.sqrt(found.first) * rounding
    lower[i] = Math.sqrt(found.second) / rounding
    if (found.label === own) continue
    moveRow(matrix, nearest, i, found.label)
    nChanged++
  }
  return nChanged
}

/** Labels a row anew; sizes and sums follow. */
export function moveRow({ X, nFeatures }: Matrix, nearest: Nearest, row: number, to: number): void {
  const { labels, sizes, sums } = nearest
  const from = labels[row]
  const at = row * nFeatures
  if (from !== -1) {
    sizes[from]--
    for (let j = 0; j < nFeatures; j++) sums[from * nFeatures + j] -= X[at + j]
  }
  sizes[to]++
  for (let j = 0; j < nFeatures; j++) sums[to * nFeatures + j] += X[at + j]
  labels[row] = to
}

/** Sums the rows of each cluster anew, free of what moving rows in and out left of rounding. */
export function sumAnew({ X, nFeatures }: Matrix, { labels, sizes, sums }: Nearest): void {
  sizes.fill(0)
  sums.fill(0)
  for (let i = 0, at = 0; i < labels.length; i++) {
    sizes[labels[i]]++
    const start = labels[i] * nFeatures
    for (let j = 0; j < nFeatures; j++, at++) sums[start + j] += X[at]
  }
}

/**
 * Widens the bounds by how far the centres moved.
 * @returns the total squared shift.
 */
export function shiftBounds(nearest: Nearest, before: Float64Array, after: Float64Array): number {
  const { labels, sizes, upper, lower } = nearest
  const nFeatures = before.length / sizes.length
  const shifts = new Float64Array(sizes.length)
  let total = 0
  let farthest = 0
  for (let c = 0; c < shifts.length; c++) {
    const squared = squaredBetween({ X: before, nFeatures }, c, after, c)
    total += squared
    shifts[c] = Math.sqrt(squared) * (1 + (nFeatures + 8) * ulp)
    if (shifts[c] > shifts[farthest]) farthest = c
  }
  let next = 0
  for (let c = 0; c < shifts.length; c++) if (c !== farthest) next = Math.max(next, shifts[c])
  if (total === 0) return 0
  for (let i = 0; i < labels.length; i++) {
    const own = labels[i]
    upper[i] = (upper[i] + shifts[own]) * (1 + ulp)
    lower[i] = lower[i] * (1 - ulp) - (own === farthest ? next : shifts[farthest])
  }
  return total
}

/** Half the distance from each centre to the nearest other: rows nearer than that are its own. */
function halfGaps(centers: Float64Array, nFeatures: number): Float64Array {
  const nClusters = centers.length / nFeatures
  const gaps = new Float64Array(nClusters).fill(Infinity)
  for (let a = 0; a < nClusters; a++)
    for (let b = 0; b < a; b++) {
      const gap = squaredBetween({ X: centers, nFeatures }, a, centers, b)
      if (gap < gaps[a]) gaps[a] = gap
      if (gap < gaps[b]) gaps[b] = gap
    }
  const rounding = 1 - (nFeatures + 8) * ulp
  return gaps.map((gap) => 0.5 * Math.sqrt(gap) * rounding)
}

/**
 * The two nearest centres of one row, in squared distance. Four centres at a time, whose sums do
 * not wait for each other; each sum is added up in the order of the features.
 */
function findNearest(
  matrix: Matrix,
  i: number,
  centers: Float64Array,
  found: { label: number; first: number; second: number },
): void {
  const { X, nFeatures } = matrix
  const row = i * nFeatures
  let label = 0
  let first = Infinity
  let second = Infinity
  const end = centers.length
  const four = 4 * nFeatures
  let c = 0
  let at = 0
  for (; at + four <= end; at += four, c += 4) {
    let a = 0
    let b = 0
    let e = 0
    let f = 0
    const atB = at + nFeatures
    const atE = atB + nFeatures
    const atF = atE + nFeatures
    for (let j = 0; j < nFeatures; j++) {
      const x = X[row + j]
      const da = x - centers[at + j]
      const db = x - centers[atB + j]
      const de = x - centers[atE + j]
      const df = x - centers[atF + j]
      a += da * da
      b += db * db
      e += de * de
      f += df * df
    }
    if (a < first) {
      second = first
      first = a
      label = c
    } else if (a < second) second = a
    if (b < first) {
      second = first
      first = b
      label = c + 1
    } else if (b < second) second = b
    if (e < first) {
      second = first
      first = e
      label = c + 2
    } else if (e < second) second = e
    if (f < first) {
      second = first
      first = f
      label = c + 3
    } else if (f < second) second = f
  }
  for (; at < end; at += nFeatures, c++) {
    const squared = squaredBetween(matrix, i, centers, c)
    if (squared < first) {
      second = first
      first = squared
      label = c
    } else if (squared < second) second = squared
  }
  found.label = label
  found.first = first
  found.second = second
}
