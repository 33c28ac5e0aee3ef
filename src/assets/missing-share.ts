import { type Column, isMissing } from '../table/table'

/** Share of the cells of a column that are missing, 0 to 1; 0 for a table without rows. */
export function missingShare(column: Column, nRows: number): number {
  let nMissing = 0
  for (let row = 0; row < nRows; row++) if (isMissing(column, row)) nMissing += 1
  return nRows === 0 ? 0 : nMissing / nRows
}

/** Why a column with too many empty cells is left out; both are shares, 0 to 1. */
export function tooEmpty(share: number, limit: number): string {
  return `${percent(share)} of its cells are empty, over ${percent(limit)}`
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`
}
