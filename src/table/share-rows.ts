import type { Table } from './table'

/** Tells whether the rows of a table are shares of a whole, from chunks in order. Flat memory. */
export type ShareRows = {
  readonly add: (table: Table) => void
  /** Every row with a cell has cells of at least 0 that add up to 1, or every one to 100. */
  readonly read: () => boolean
}

const tolerance = 0.005

/** Over the number columns in `names`; a missing cell counts as nothing. */
export function createShareRows(names: readonly string[]): ShareRows {
  const wanted = new Set(names)
  let isOne = true
  let isHundred = true
  let nWithCell = 0
  return {
    add: ({ columns, nRows }) => {
      if (!isOne && !isHundred) return
      const sums = new Float64Array(nRows).fill(NaN)
      for (const column of columns) {
        if (column.type !== 'number' || !wanted.has(column.name)) continue
        column.values.forEach((value, row) => {
          if (value < 0) isOne = isHundred = false
          if (!Number.isNaN(value)) sums[row] = (Number.isNaN(sums[row]) ? 0 : sums[row]) + value
        })
      }
      for (const sum of sums) {
        if (Number.isNaN(sum)) continue
        nWithCell++
        isOne &&= Math.abs(sum - 1) <= tolerance
        isHundred &&= Math.abs(sum - 100) <= 100 * tolerance
      }
    },
    read: () => wanted.size > 1 && nWithCell > 1 && (isOne || isHundred),
  }
}
