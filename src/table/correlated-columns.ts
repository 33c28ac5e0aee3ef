import { pearson } from '../math/pearson'
import { presentOf } from '../math/present-of'
import { standardize } from '../math/standardize'
import type { Table } from './table'

/** Finds number columns that rise and fall together, from chunks in order. */
export type CorrelatedColumns = {
  readonly add: (table: Table) => void
  /** Per column the column before it with the largest |r| over `minTwinR`; in file order. */
  readonly read: () => readonly {
    readonly column: string
    readonly twin: string
    readonly r: number
  }[]
}

/** Two columns whose |r| is larger say the same. */
export const minTwinR = 0.95
/** With fewer rows in which both have a cell, a large r is chance. */
const minRows = 8
/** Cells held at most, in all columns: 16 MB. Of longer tables, every k-th row. */
const maxCells = 2_000_000

/** `nRows` of the whole table; a row is a row of every column in `names`. */
export function createCorrelatedColumns(
  names: readonly string[],
  nRows: number,
): CorrelatedColumns {
  const stride = Math.max(1, Math.ceil((nRows * names.length) / maxCells))
  const kept = new Map(names.map((name) => [name, new Float64Array(Math.ceil(nRows / stride))]))
  let firstRow = 0
  return {
    add: (table) => {
      for (const column of table.columns) {
        const values = kept.get(column.name)
        if (values === undefined || column.type !== 'number') continue
        const first = Math.ceil(firstRow / stride)
        for (let i = first; i * stride < firstRow + table.nRows; i++)
          values[i] = column.values[i * stride - firstRow]
      }
      firstRow += table.nRows
    },
    read: () => {
      const columns = [...kept].map(([name, values]) => ({ name, values, scaled: scale(values) }))
      return columns.flatMap((column, i) => {
        const twin = closestBefore(columns, i)
        return twin === null ? [] : [{ column: column.name, ...twin }]
      })
    },
  }
}

type Scaled = {
  readonly name: string
  readonly values: Float64Array
  /** Over the present cells mean 0 and deviation 1, so that no sum is too large; null if constant. */
  readonly scaled: Float64Array | null
}

function scale(values: Float64Array): Float64Array | null {
  const present = presentOf(values)
  const scaled = standardize(present)
  if (scaled === null || scaled.length === values.length) return scaled
  let next = 0
  return values.map((value) => (Number.isNaN(value) ? NaN : scaled[next++]))
}

function closestBefore(columns: readonly Scaled[], at: number) {
  const { scaled, values } = columns[at]
  if (scaled === null) return null
  let closest: { readonly twin: string; readonly r: number } | null = null
  for (let i = 0; i < at; i++) {
    const other = columns[i]
    if (other.scaled === null || !mayCorrelate(scaled, other.scaled)) continue
    const { r, n } = pearson(other.values, values)
    if (n < minRows || !(Math.abs(r) > minTwinR)) continue
    if (closest === null || Math.abs(r) > Math.abs(closest.r)) closest = { twin: other.name, r }
  }
  return closest
}

/** One look at both without a copy: sure enough to leave a pair out, not to tell its r. */
function mayCorrelate(a: Float64Array, b: Float64Array): boolean {
  let [n, sumA, sumB, sumAA, sumBB, sumAB] = [0, 0, 0, 0, 0, 0]
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i], b[i]]
    if (Number.isNaN(x) || Number.isNaN(y)) continue
    n++
    sumA += x
    sumB += y
    sumAA += x * x
    sumBB += y * y
    sumAB += x * y
  }
  const covariance = n * sumAB - sumA * sumB
  const spread = Math.sqrt((n * sumAA - sumA * sumA) * (n * sumBB - sumB * sumB))
  return n >= minRows && Math.abs(covariance) > (minTwinR - 0.01) * spread
}
