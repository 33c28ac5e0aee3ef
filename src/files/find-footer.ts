import { createColumnSums } from './column-sums'
import { isValue } from './is-value'
import { nameSummary } from './name-summary'
import type { RowBatch } from './read-rows'

/** Tells a total or a note below the table from a row of it. */
export type FooterTest = {
  readonly see: (row: readonly string[]) => void
  /** True where row `i` and all rows below it, the last ones of the file, are no rows of the table. */
  readonly isFooter: (batch: RowBatch, i: number, isApart: IsApart) => boolean
  /** The same of the rows from `i` up to another one. */
  readonly isFooterUpTo: (
    batch: RowBatch,
    range: { readonly from: number; readonly to: number },
    isApart: IsApart,
  ) => boolean
  /** `n` more rows that were looked at elsewhere, in a table too long to be summed up. */
  readonly pass: (n: number) => void
  /** The table will be too long to be summed up, as far as is known. */
  readonly expectLong: () => void
  readonly isLong: () => boolean
  /** The last column that holds numbers in all rows so far looked at, or -1. */
  readonly numberColumn: () => number
}

/** A blank line, or a row of blanks, stands above row `i`. */
type IsApart = (i: number) => boolean

/** Longer tables are not summed up: their total must show otherwise. */
export const maxSummed = 100_000

/** `sample`: the first data rows, kept by the caller. */
export function createFooterTest(sample: readonly (readonly string[])[]): FooterTest {
  const sums = createColumnSums(sample)
  let nSeen = 0
  let isExpectedLong = false
  let last: { readonly batch: RowBatch; readonly from: number } | null = null

  const isLong = (): boolean => isExpectedLong || nSeen > maxSummed
  const kindOf = (row: readonly string[]): RowKind =>
    sample.length === 0 ? 'data' : rowKind(row, sample)

  /** In the column where it has its name all stores have numbers. */
  const isNamedAmongValues = (row: readonly string[]): boolean => {
    const place = firstFilled(row)
    return sample.length > 1 && sample.every((known) => isValue(known[place] ?? ''))
  }
  /** A row says what it is, and its cells bear it out: a store may be called Total. */
  const isProven = (row: readonly string[], kind: RowKind): boolean => {
    if (kind !== 'total' && kind !== 'measure') return false
    return isNamedAmongValues(row) || (kind === 'total' && !isLong() && sums.areIn(row, nSeen))
  }

  const isFooterUpTo: FooterTest['isFooterUpTo'] = ({ rows }, { from, to }, isApart) => {
    const place = { isBelow: false, isBesideTotal: false, nWaiting: 0 }
    let isAny = false
    for (let k = from; k < to; k++) {
      const kind = kindOf(rows[k])
      // A gap between a measure and a total is none between the table and what stands below it.
      if (place.nWaiting === 0) place.isBelow ||= kind === 'blank' || isApart(k)
      if (kind === 'blank') continue
      const isOwn = isProven(rows[k], kind) || (kind === 'measure' && place.isBesideTotal)
      if (kind === 'measure' && !isOwn) {
        place.nWaiting++
        continue
      }
      if (!isOwn && !isOut(kind, place)) return false
      place.isBesideTotal = kind === 'total' || kind === 'measure'
      place.isBelow = true
      place.nWaiting = 0
      isAny = true
    }
    // Rows of gaps alone stay: they are what somebody wrote.
    return isAny && place.nWaiting === 0
  }

  /** Where the rows that may be none of the table begin, in the last rows of the file. */
  const footerStart = (batch: RowBatch): number => {
    if (last?.batch !== batch) {
      const from = 1 + batch.rows.findLastIndex((row) => kindOf(row) === 'data')
      last = { batch, from }
    }
    return last.from
  }

  return {
    see: (row) => {
      nSeen++
      if (nSeen <= maxSummed) sums.see(row, nSeen)
    },
    isFooter: (batch, i, isApart) =>
      i >= footerStart(batch) && isFooterUpTo(batch, { from: i, to: batch.rows.length }, isApart),
    isFooterUpTo,
    pass: (n) => {
      nSeen += n
    },
    expectLong: () => {
      isExpectedLong = true
    },
    isLong,
    numberColumn: sums.lastColumn,
  }
}

/** `text`: a note only where it stands below what is none of the table. */
type RowKind = 'data' | 'blank' | 'total' | 'measure' | 'note' | 'text'

type Place = {
  /** Below a gap, or below what is surely none of the table. */
  isBelow: boolean
  isBesideTotal: boolean
  /** Measures above, which a total has to bear out together with itself. */
  nWaiting: number
}

/** Whether what the row is and where it stands tell that it is none of the table. */
function isOut(kind: RowKind, { isBelow, nWaiting }: Place): boolean {
  if (nWaiting > 0) return false
  return kind === 'note' || (isBelow && (kind === 'text' || kind === 'total'))
}

function rowKind(row: readonly string[], sample: readonly (readonly string[])[]): RowKind {
  const place = firstFilled(row)
  if (place === -1) return sample[0].length > 1 ? 'blank' : 'data'
  const text = row[place].trim()
  if (text === endOfFile && row.length === 1) return 'note'
  const name = row.length > 1 ? nameSummary(text) : null
  if (name !== null) return name
  const isAlone = place === 0 && nFilled(row) === 1
  // A key and its value, as in `Printed on:`.
  if (text.endsWith(':') && place === 0 && nFilled(row) === 2 && sample[0].length > 2) return 'text'
  if (!isAlone || sample[0].length < 2 || isValue(text)) return 'data'
  const isLikeIds = sample.some((known) => noteStart.test((known[0] ?? '').trim()))
  // A name without any number could be that of a store that was closed.
  const isNote = noteStart.test(text) && (row.length === 1 || /\s|:/.test(text))
  if (isNote && !isLikeIds) return 'note'
  return /\s/.test(text) ? 'text' : 'data'
}

/** Ctrl-Z, with which some programs end a file. */
const endOfFile = '\u001a'

const noteStart =
  /^(#|\/\/|--|note\b|notes\b|source\b|quelle\b|generated\b|total rows?\b|\(\d+ rows?)/i

function firstFilled(row: readonly string[]): number {
  return row.findIndex((cell) => cell.trim() !== '')
}

function nFilled(row: readonly string[]): number {
  return row.filter((cell) => cell.trim() !== '').length
}
