import type { Matrix } from './matrix'

/** The nearest other rows of each row, the nearest first: nSamples x nNeighbors, row-major. */
export type NearestRows = {
  readonly nNeighbors: number
  readonly rows: Int32Array
  /** Euclidean. */
  readonly distances: Float64Array
}

/**
 * The `nNeighbors` nearest rows of each row, itself left out (scikit-learn `kneighbors()`), at most
 * nSamples - 1; of rows that are equally far the lower ones. Exact, without a matrix of distances:
 * O(n^2 p) time, O(n k) memory. `onRow` is told how many rows are done.
 */
export function nearestRows(
  matrix: Matrix,
  nNeighbors: number,
  onRow: (nDone: number) => void = () => {},
): NearestRows {
  const { X, nSamples, nFeatures } = matrix
  const count = Math.max(0, Math.min(nNeighbors, nSamples - 1))
  const rows = new Int32Array(nSamples * count)
  const distances = new Float64Array(nSamples * count)
  if (count === 0) return { nNeighbors: 0, rows, distances }
  for (let i = 0; i < nSamples; i++) {
    const nearest = {
      rows: rows.subarray(i * count, (i + 1) * count),
      distances: distances.subarray(i * count, (i + 1) * count),
    }
    let nKept = 0
    let farthest = Infinity
    for (let other = 0; other < nSamples; other++) {
      if (other === i) continue
      let squared = 0
      for (let j = 0; j < nFeatures && squared <= farthest; j++) {
        const difference = X[i * nFeatures + j] - X[other * nFeatures + j]
        squared += difference * difference
      }
      if (squared >= farthest) continue
      insert(nearest, { row: other, squared, nKept })
      nKept = Math.min(nKept + 1, count)
      if (nKept === count) farthest = nearest.distances[count - 1]
    }
    onRow(i + 1)
  }
  for (let at = 0; at < distances.length; at++) distances[at] = Math.sqrt(distances[at])
  return { nNeighbors: count, rows, distances }
}

type Found = { readonly row: number; readonly squared: number; readonly nKept: number }

/** Puts a row behind those that are as near, and drops the last one when there are enough. */
function insert(
  nearest: { readonly rows: Int32Array; readonly distances: Float64Array },
  { row, squared, nKept }: Found,
): void {
  let at = Math.min(nKept, nearest.rows.length - 1)
  while (at > 0 && nearest.distances[at - 1] > squared) {
    nearest.distances[at] = nearest.distances[at - 1]
    nearest.rows[at] = nearest.rows[at - 1]
    at--
  }
  nearest.distances[at] = squared
  nearest.rows[at] = row
}
