import { createNullTest, defaultNullTokens } from '../table/is-null-token'
import { isValue } from './is-value'
import type { HeadRows } from './read-head'
import { headerNames } from './table-header'

const maxRows = 200
const maxHeaderRows = 3
const maxNotes = 20
const isNull = createNullTest(defaultNullTokens)

/**
 * Lines above the table: a title, a date, a `sep=` line, comments. They end at the first row that is
 * more than half as wide as the table and holds more than one cell.
 */
export function countPreambleLines({ rows, lines, width }: HeadRows): number {
  const first = firstRow({ rows, lines, width })
  return first <= 0 ? 0 : lines[first] - 1
}

/** Where the table begins, its names first. */
function firstRow(head: Pick<HeadRows, 'rows' | 'lines' | 'width'>): number {
  const { rows, width } = head
  const first = rows.findIndex((row) => !isPreamble(row, width))
  const named = Math.max(0, first, belowNotes(head))
  let below = named
  while (/^#\s/.test(rows[below]?.[0] ?? '')) below++
  const [names = [], ...body] = rows.slice(below, below + maxRows)
  // Remarks with as many cells as the table has: what stands below them are names over values.
  return below > named && standsOverValues(names, body) ? below : named
}

/** The row of names below a blank line and above it only rows too short for the table; or -1. */
function belowNotes({ rows, lines, width }: Pick<HeadRows, 'rows' | 'lines' | 'width'>): number {
  for (let i = 1; i < Math.min(rows.length, maxNotes) && rows[i - 1].length < width; i++) {
    const nLines = rows[i - 1].join('').split(/\r\n|\r|\n/).length
    const isApart = lines[i] - lines[i - 1] > nLines
    if (isApart && rows[i].length === width && !rows[i].some(isValue)) return i
  }
  return -1
}

function isPreamble(row: readonly string[], width: number): boolean {
  if (/^"?sep=.{0,2}"?$/i.test(row.join(''))) return true
  if (width < 2) return false
  if (row.length <= width / 2) return true
  if (row.length !== width && row[0]?.startsWith('#')) return true
  return width > 2 && row.filter((cell) => cell.trim() !== '').length <= 1
}

function tableRows(head: HeadRows): readonly (readonly string[])[] {
  const first = firstRow(head)
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
  return standsOverValues(first, body) || first.every(isPlain) || completesNames([first, ...body])
}

/** Some cell of the row is none of the values that stand below it. */
function standsOverValues(row: readonly string[], body: readonly (readonly string[])[]): boolean {
  return row.some((cell, index) => {
    const cells = body.map((other) => other[index] ?? '').filter((text) => !isNull(text))
    return !isNull(cell) && !isValue(cell) && cells.length > 0 && cells.every(isValue)
  })
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
  const years = valued.filter((cell) => /^(19|20)\d\d$/.test(cell.trim()))
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
