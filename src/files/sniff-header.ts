import { createNullTest, defaultNullTokens } from '../table/is-null-token'
import { findTableStart, maxRows } from './find-table-start'
import { isValue } from './is-value'
import { isYear } from './is-year'
import type { HeadRows } from './read-head'
import { standsOverValues } from './stands-over-values'
import { headerNames } from './table-header'

const maxHeaderRows = 3
const isNull = createNullTest(defaultNullTokens)

/**
 * Lines above the table: a title, a date, a `sep=` line, comments. They end at the first row that is
 * more than half as wide as the table and holds more than one cell.
 */
export function countPreambleLines({ rows, lines, width }: HeadRows): number {
  const first = findTableStart({ rows, lines, width })
  return first <= 0 ? 0 : lines[first] - 1
}

function tableRows(head: HeadRows): readonly (readonly string[])[] {
  const first = findTableStart(head)
  return head.rows.slice(first, first + maxRows)
}

/**
 * True unless the first row of the table looks like its other rows: a header stands over a column of
 * values without being one, or no column holds values and no cell of the first row is one.
 */
export function hasHeaderRow(head: HeadRows): boolean {
  const [first, ...body] = tableRows(head)
  if (first === undefined || body.length === 0) return true
  const isPlain = (cell: string): boolean => cell === '' || !(isValue(cell) || isNull(cell))
  return (
    standsOverValues(first, body) ||
    first.every(isPlain) ||
    completesNames([first, ...body]) ||
    namesYears(first, body)
  )
}

/** Years in a row and words, over values that are no years. */
function namesYears(row: readonly string[], body: readonly (readonly string[])[]): boolean {
  const years = row.flatMap((cell, column) => (isYear(cell) ? [column] : []))
  const steps = years.slice(1).map((column, k) => Number(row[column]) - Number(row[years[k]]))
  const isStep = (step: number): boolean => Math.abs(step) === 1 && step === steps[0]
  if (years.length < 2 || !steps.every(isStep)) return false
  if (row.some((cell) => isNull(cell) || (isValue(cell) && !isYear(cell)))) return false
  const cells = body.flatMap((other) => years.map((column) => other[column] ?? ''))
  const present = cells.filter((cell) => !isNull(cell))
  return present.every(isValue) && present.filter(isYear).length < present.length / 2
}

/** How many rows name the columns, 1 to 3; a row that could be a store is none of them. */
export function countHeaderRows(head: HeadRows): number {
  const rows = tableRows(head)
  let n = 1
  while (n < maxHeaderRows && n + 1 < rows.length && namesMore(rows, n)) n++
  return n
}

/** True where row `n` goes on with the header of the rows above it. */
function namesMore(rows: readonly (readonly string[])[], n: number): boolean {
  const above = rows[n - 1]
  const row = rows[n]
  if (row.length !== above.length || row.length < 2) return false
  if (row.every((cell, i) => cell === above[i])) return true
  const { nValued, words } = namesOverValues(rows, n)
  // A line of units: a word over every column of values. One such word could be a remark of a store.
  if (row.every((cell) => !isValue(cell)) && words.length > 1 && words.length === nValued) {
    return new Set(words).size > 1
  }
  return n === 1 && completesNames(rows)
}

/** How many columns hold values below row `n`; its words over them, and its years. */
function namesOverValues(rows: readonly (readonly string[])[], n: number) {
  const body = rows.slice(n + 1)
  const valued = rows[n].filter((_, i) => {
    const cells = body.map((other) => other[i] ?? '').filter((text) => !isNull(text))
    return cells.length > 1 && cells.every(isValue)
  })
  const words = valued.filter((cell) => !isNull(cell) && !isValue(cell))
  const years = valued.filter(isYear)
  return { nValued: valued.length, words, years }
}

/**
 * The second row has names under merged or repeated cells: the first leaves gaps or says a name again,
 * and both together tell all columns apart. Any value but a year could be that of a store.
 */
function completesNames(rows: readonly (readonly string[])[]): boolean {
  const [above, row] = rows
  if (row?.length !== above.length || row.some((cell) => cell.trim() === '')) return false
  const { nValued, words, years } = namesOverValues(rows, 1)
  if (nValued < 2 || words.length === 0 || words.length + years.length < nValued) return false
  const { names } = headerNames([above, row], row.length)
  const isOpen = above.some((name) => name.trim() === '') || hasRepeats(above)
  return isOpen && !hasRepeats(names)
}

function hasRepeats(names: readonly string[]): boolean {
  return new Set(names).size < names.length
}
