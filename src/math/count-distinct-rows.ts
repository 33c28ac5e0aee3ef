import { rowOf, type Matrix } from './matrix'

/** Number of distinct rows; 0 and -0 are the same, and so are two missing values. */
export function countDistinctRows(matrix: Matrix): number {
  const order = Int32Array.from({ length: matrix.nSamples }, (_, i) => i)
  order.sort((a, b) => compareRows(rowOf(matrix, a), rowOf(matrix, b)))
  let count = Math.min(1, order.length)
  for (let at = 1; at < order.length; at++) {
    if (compareRows(rowOf(matrix, order[at - 1]), rowOf(matrix, order[at])) !== 0) count++
  }
  return count
}

/** The first row of each kind, in order, until `limit` of them are found. */
export function distinctRows(matrix: Matrix, limit: number): readonly number[] {
  const distinct: number[] = []
  for (let i = 0; i < matrix.nSamples && distinct.length < limit; i++) {
    const row = rowOf(matrix, i)
    if (distinct.every((j) => compareRows(row, rowOf(matrix, j)) !== 0)) distinct.push(i)
  }
  return distinct
}

/** Cell by cell; a missing value comes last. */
function compareRows(a: Float64Array, b: Float64Array): number {
  for (let j = 0; j < a.length; j++) {
    if (a[j] === b[j]) continue
    const order = a[j] < b[j] ? -1 : a[j] > b[j] ? 1 : missingLast(a[j], b[j])
    if (order !== 0) return order
  }
  return 0
}

function missingLast(a: number, b: number): number {
  return Number(Number.isNaN(a)) - Number(Number.isNaN(b))
}
