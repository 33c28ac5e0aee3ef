import { isValue } from './is-value'
import { isYear } from './is-year'
import type { HeadRows } from './read-head'
import { standsOverValues } from './stands-over-values'

/** So many rows of the table tell what it holds. */
export const maxRows = 200
const maxNotes = 20

type Rows = Pick<HeadRows, 'rows' | 'lines' | 'width'>

/** Where the table begins, its names first. */
export function findTableStart(head: Rows): number {
  const { rows, width } = head
  const first = rows.findIndex((row) => !isPreamble(row, width))
  const named = Math.max(0, first, belowNotes(head), belowKeys(head))
  let below = named
  while (/^#\s/.test(rows[below]?.[0] ?? '')) below++
  const [names = [], ...body] = rows.slice(below, below + maxRows)
  // Remarks with as many cells as the table has: what stands below them are names over values.
  return below > named && standsOverValues(names, body) ? below : named
}

/** The row of names below a blank line and above it only rows too short for the table; or -1. */
function belowNotes({ rows, lines, width }: Rows): number {
  for (let i = 1; i < Math.min(rows.length, maxNotes) && rows[i - 1].length < width; i++) {
    const nLines = rows[i - 1].join('').split(/\r\n|\r|\n/).length
    const isApart = lines[i] - lines[i - 1] > nLines
    if (isApart && rows[i].length === width && !rows[i].some(isValue)) return i
  }
  return -1
}

/**
 * The row of names below keys and their values, each padded to the width of the table; or -1. Names
 * over merged cells look the same: a blank row, a colon or a value tells the keys from them.
 */
function belowKeys({ rows, lines, width }: Rows): number {
  let areKeys = false
  for (let i = 1; i < Math.min(rows.length, maxNotes); i++) {
    const above = rows[i - 1]
    const nFilled = filledFromLeft(above)
    // A header that lacks a name is longer than a key with its value.
    if (nFilled === -1 || nFilled >= width || (nFilled > width / 2 && !hasColon(above))) return -1
    areKeys ||= nFilled === 0 || lines[i] - lines[i - 1] > 1 || isKey(above)
    const isWider = rows[i].length === width && (rows[i].at(-1) ?? '').trim() !== ''
    if (areKeys && isWider && !rows[i].some(isValue)) {
      return standsOverValues(rows[i], rows.slice(i + 1, i + 1 + maxRows)) ? i : -1
    }
  }
  return -1
}

/** How many cells are filled, where all others stand right of them; else -1. */
function filledFromLeft(row: readonly string[]): number {
  const n = row.findLastIndex((cell) => cell.trim() !== '') + 1
  return row.slice(0, n).every((cell) => cell.trim() !== '') ? n : -1
}

/** A year could be a name over merged cells. */
function isKey(row: readonly string[]): boolean {
  return hasColon(row) || row.some((cell, i) => i > 0 && isValue(cell) && !isYear(cell))
}

function hasColon([key]: readonly string[]): boolean {
  return key.trimEnd().endsWith(':')
}

function isPreamble(row: readonly string[], width: number): boolean {
  if (/^"?sep=.{0,2}"?$/i.test(row.join(''))) return true
  if (width < 2) return false
  if (row.length <= width / 2) return true
  if (row.length !== width && row[0]?.startsWith('#')) return true
  return width > 2 && row.filter((cell) => cell.trim() !== '').length <= 1
}
