import { createNullTest, defaultNullTokens } from '../table/is-null-token'
import { createFooterTest } from './find-footer'
import { isSummaryRow, startsWithLetter } from './is-summary-row'
import { isValue } from './is-value'
import type { RowBatch } from './read-rows'

/** Where the table ends, and by what it was told. `chosen`: by hand. */
export type TableEnd = {
  readonly line: number
  readonly kind: 'footer' | 'second table' | 'chosen'
  /** A second table below the footer: its line, and how many rows stand above it. */
  readonly second?: { readonly line: number; readonly nAbove: number }
}

/** Looks for the end of a table in its rows. Careful: what may be a row of the table stays one. */
export type EndFinder = {
  /** The end, if the table ends before row `i`. `isLast`: no row follows those of the batch. */
  readonly endsAt: (batch: RowBatch, i: number, isLast: boolean) => TableEnd | null
  /** True where row `i` is of that width and can be no end of the table, unless it is one of the last. */
  readonly isOrdinary: (batch: RowBatch, i: number, width: number) => boolean
  /** `n` ordinary data rows that were looked at elsewhere, and the last of them. */
  readonly pass: (n: number, last: RowBatch) => void
  /** The table will be too long to be summed up, as far as is known. */
  readonly expectLong: () => void
  /** The column in which ordinary rows do not begin with a letter, or -1; null where rows are still summed up. */
  readonly numberColumn: () => number | null
  /** Takes note of a data row. */
  readonly see: (row: readonly string[]) => void
}

/** So many rows tell what the columns of the table hold. */
const nSample = 50
const nFollowing = 4
/** A second table is looked for so many rows below a total. */
const maxBetween = 5
const isNull = createNullTest(defaultNullTokens)

/** `header` may still be empty; it is complete before the first row is asked about. */
export function createEndFinder(header: readonly (readonly string[])[]): EndFinder {
  const sample: (readonly string[])[] = []
  const footer = createFooterTest(sample)
  let nGaps = 0
  let lastRow: readonly string[] = []
  let lastLine = 0

  /** A blank line, or a row of blanks, stands above row `i`, and above most rows of the table none does. */
  const isApart = (batch: RowBatch, i: number): boolean =>
    (nGaps < 2 || 2 * nGaps < sample.length) && hasGap(batch, i)

  const hasGap = ({ rows, lines }: RowBatch, i: number): boolean => {
    const above = i === 0 ? lastRow : rows[i - 1]
    const line = i === 0 ? lastLine : lines[i - 1]
    if (above.length > 0 && above.every((cell) => cell === '')) return true
    if (line === 0 || lines[i] - line <= 1) return false
    return lines[i] - line > 1 + above.join('').split(/\r\n|\r|\n/).length - 1
  }

  /** Row `i` names the columns of the rows below it, which are not those of this table. */
  const startsTable = (batch: RowBatch, i: number, look: Look): boolean => {
    const row = batch.rows[i]
    const below = batch.rows.slice(i + 1, i + 1 + nFollowing)
    const isShort = below.length < 2 && !look.isLast
    if (!isNames(row) || below.length === 0 || isShort) return false
    if (below.some((next) => next.length !== row.length)) return false
    const width = sample[0].length
    if (row.length === width && header.some((names) => isEqual(names, row))) {
      // The header again: a second table only if its rows are the first ones again.
      return below.length > 1 && below.every((next, k) => isEqual(next, sample[k]))
    }
    const overValues = row.filter((_, k) => holdsValues(below, k)).length
    const differs = row.some((_, k) => holdsValues(sample, k) && holdsWords(below, k))
    // Nothing but words, of another width, where this table has numbers.
    if (overValues === 0) return look.isApart && row.length !== width && differs
    if (look.isApart) return true
    // Without a gap above, a row with a hole, or over a single row, may be a damaged row of this table.
    if (row.some((name) => name.trim() === '') || below.length < 2) return false
    const own = row.filter((_, k) => holdsValues(sample, k)).length
    if (row.length === width) return own > 2 && own === overValues
    const nKnown = row.filter((name) => header[0]?.includes(name)).length
    return overValues > 1 || differs || nKnown > row.length / 2
  }

  /** At most two lines of title stand over a second table. */
  const startsBelow = (batch: RowBatch, i: number, isLast: boolean): boolean => {
    const { rows } = batch
    let apart = isApart(batch, i)
    if (startsTable(batch, i, { isLast, isApart: apart })) return true
    for (let k = i; k < i + 2 && k + 1 < rows.length && isTitle(rows[k]); k++) {
      apart ||= isApart(batch, k + 1)
      if (apart && startsTable(batch, k + 1, { isLast, isApart: true })) return true
    }
    return false
  }

  /** A total, with what belongs to it, above a second table. */
  const totalAbove = (batch: RowBatch, i: number, isLast: boolean): TableEnd | null => {
    const { rows, lines } = batch
    // A long table is not looked at row by row.
    if (footer.isLong() || !isSummaryRow(rows[i])) return null
    for (let k = i + 1; k <= i + maxBetween && k < rows.length; k++) {
      if (!startsBelow(batch, k, isLast)) continue
      const isFooter = footer.isFooterUpTo(batch, { from: i, to: k }, (at) => isApart(batch, at))
      if (!isFooter) return null
      return { line: lines[i], kind: 'footer', second: { line: lines[k], nAbove: k - i } }
    }
    return null
  }

  /** Cheap, and true for all rows but those of the table's own shape. */
  const isCandidate = (batch: RowBatch, i: number): boolean => {
    const row = batch.rows[i]
    const above = i === 0 ? lastLine : batch.lines[i - 1]
    if (row.length !== sample[0].length || batch.lines[i] - above > 1) return true
    return row[0] === header[0]?.[0] || startsWithLetter(row[footer.numberColumn()])
  }

  return {
    endsAt: (batch, i, isLast) => {
      const row = batch.rows[i]
      const line = batch.lines[i]
      let end: TableEnd | null = null
      if (sample.length > 0) {
        if (isCandidate(batch, i) && startsBelow(batch, i, isLast))
          end = { line, kind: 'second table' }
        else if (isLast && footer.isFooter(batch, i, (k) => isApart(batch, k)))
          end = { line, kind: 'footer' }
        else end = totalAbove(batch, i, isLast)
        if (sample.length < nSample && hasGap(batch, i)) nGaps++
      }
      lastRow = row
      lastLine = line
      return end
    },
    isOrdinary: (batch, i, width) => sample[0]?.length === width && !isCandidate(batch, i),
    pass: (n, { rows, lines }) => {
      lastRow = rows[0]
      lastLine = lines[0]
      footer.pass(n)
    },
    expectLong: footer.expectLong,
    numberColumn: () => (footer.isLong() ? footer.numberColumn() : null),
    see: (row) => {
      if (sample.length < nSample) sample.push(row)
      footer.see(row)
    },
  }
}

type Look = { readonly isLast: boolean; readonly isApart: boolean }

/** Two words or more, all different. */
function isNames(row: readonly string[]): boolean {
  const names = row.filter((name) => name.trim() !== '')
  return names.length > 1 && new Set(names).size === names.length && !names.some(isValue)
}

/** The only cell of its row. */
function isTitle(row: readonly string[]): boolean {
  return row[0] !== '' && !isValue(row[0]) && row.every((cell, k) => k === 0 || cell === '')
}

function isEqual(a: readonly string[], b: readonly string[] | undefined): boolean {
  return b !== undefined && a.length === b.length && a.every((cell, k) => cell === b[k])
}

function holdsValues(rows: readonly (readonly string[])[], column: number): boolean {
  const cells = cellsOf(rows, column)
  return cells.length > 0 && cells.every(isValue)
}

function holdsWords(rows: readonly (readonly string[])[], column: number): boolean {
  const cells = cellsOf(rows, column)
  return cells.length > 1 && !cells.some(isValue)
}

function cellsOf(rows: readonly (readonly string[])[], column: number): readonly string[] {
  return rows.map((row) => row[column] ?? '').filter((text) => !isNull(text))
}
