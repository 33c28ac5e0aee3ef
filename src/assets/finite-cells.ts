import { firstFew } from './first-few'
import type { CheckOutcome } from './spec'

/** Whether every cell of a row-major matrix is a finite number; names the columns where not. */
export function allFinite(X: Float64Array, columnNames: readonly string[]): CheckOutcome {
  const wrong = new Set<number>()
  let nWrong = 0
  X.forEach((value, cell) => {
    if (Number.isFinite(value)) return
    nWrong += 1
    wrong.add(cell % columnNames.length)
  })
  const columns = columnNames.filter((_, j) => wrong.has(j))
  return {
    passed: nWrong === 0,
    metadata: { cells_missing: nWrong, cells: X.length, first: firstFew(columns) },
  }
}
