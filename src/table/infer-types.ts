import type { ColumnType } from './table'

/** How many present cells of a whole column can be read as what. */
export type TypeCounts = {
  readonly nPresent: number
  /** Readable with `.`, with `,`, and under either with the same value. */
  readonly nPoint: number
  readonly nComma: number
  readonly nBoolean: number
  readonly nDate: number
  /** Some cell is 00123 or an integer beyond 2^53: numbers would not give it back. */
  readonly hasDigitText: boolean
}

/** A column with more unreadable cells than this share is text; with fewer they are rejected. */
export const maxRejectedShare = 0.1

/**
 * The type of a column from all of its cells. Booleans and dates allow no exception; a number
 * column allows a few unreadable cells, which are reported. All missing: text.
 */
export function inferType(counts: TypeCounts): ColumnType {
  const { nPresent } = counts
  if (nPresent === 0) return 'text'
  if (counts.nBoolean === nPresent) return 'boolean'
  if (counts.nDate === nPresent) return 'date'
  if (counts.hasDigitText) return 'text'
  const nNumber = Math.max(counts.nPoint, counts.nComma)
  return nNumber > 0 && nPresent - nNumber <= maxRejectedShare * nPresent ? 'number' : 'text'
}

/** Cells that only one decimal sign can read. */
export type DecimalEvidence = { readonly pointOnly: number; readonly commaOnly: number }

/**
 * The decimal sign of a column: the one that reads cells the other cannot. Where both read all
 * (1.234 or 1,234 only) the rest of the file decides through `fallback`.
 */
export function decideDecimal(evidence: DecimalEvidence, fallback: '.' | ','): '.' | ',' {
  if (evidence.pointOnly === evidence.commaOnly) return fallback
  return evidence.commaOnly > evidence.pointOnly ? ',' : '.'
}
