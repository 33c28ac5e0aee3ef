import { isDate } from '../table/is-date'
import { createNullTest, defaultNullTokens } from '../table/is-null-token'
import { readCell } from '../table/read-cell'
import type { HeadRows } from './sniff-dialect'

const maxRows = 200

/**
 * Lines above the table: a title, a date, a `sep=` line, comments. They end at the first row that is
 * more than half as wide as the table and holds more than one cell.
 */
export function countPreambleLines({ rows, lines, width }: HeadRows): number {
  const first = rows.findIndex((row) => !isPreamble(row, width))
  return first <= 0 ? 0 : lines[first] - 1
}

function isPreamble(row: readonly string[], width: number): boolean {
  if (/^"?sep=.{0,2}"?$/i.test(row.join(''))) return true
  if (width < 2) return false
  if (row.length <= width / 2) return true
  if (row.length !== width && row[0]?.startsWith('#')) return true
  return width > 2 && row.filter((cell) => cell.trim() !== '').length <= 1
}

/**
 * True unless the first row of the table looks like its other rows: a header stands over a column of
 * values without being one, or no column holds values and no cell of the first row is one.
 */
export function hasHeaderRow({ rows, width }: HeadRows): boolean {
  const start = Math.max(
    0,
    rows.findIndex((row) => !isPreamble(row, width)),
  )
  const [first, ...body] = rows.slice(start, start + maxRows)
  if (first === undefined || body.length === 0) return true
  const isNull = createNullTest(defaultNullTokens)
  const isOverValues = first.some((cell, index) => {
    const cells = body.map((row) => row[index] ?? '').filter((text) => !isNull(text))
    return !isNull(cell) && !isValue(cell) && cells.length > 0 && cells.every(isValue)
  })
  return isOverValues || !first.some((cell) => cell !== '' && (isValue(cell) || isNull(cell)))
}

function isValue(cell: string): boolean {
  const reading = readCell(cell)
  return reading.point !== null || reading.comma !== null || isDate(cell)
}
