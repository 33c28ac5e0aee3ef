import { createNullTest, defaultNullTokens } from '../../../table/is-null-token'
import type { ColumnKind } from './made-table'

const isNull = createNullTest(defaultNullTokens)

export type ComparedCell = {
  readonly text: string
  readonly kind: ColumnKind
  /** As it is read here; `null` or NaN where it is missing. */
  readonly found: string | number | null
  /** The cell as a double in DuckDB. */
  readonly value: number | null
}

/** What DuckDB reads otherwise on purpose, one by one; everything else has to be equal. */
export function isKnownDifference(cell: ComparedCell): boolean {
  return isMissingWord(cell) || isMarkedNumber(cell)
}

/** Words for a missing cell are missing here, and text or NaN there. Of ids only the empty cell is. */
function isMissingWord({ text, kind, found, value }: ComparedCell): boolean {
  const isMissing = found === null || Number.isNaN(found)
  const isWord = kind === 'id' ? text === '' : isNull(text)
  return isMissing && isWord && (value === null || Number.isNaN(value))
}

/**
 * Numbers with a currency or percent sign, in groups, with the sign behind them or with a blank of
 * any kind around them are numbers here, of the value that is left without these marks.
 */
function isMarkedNumber({ text, found, value }: ComparedCell): boolean {
  if (value !== null || typeof found !== 'number') return false
  const bare = text.replaceAll(/[\s\u200b\ufeff$%]|,(?=\d{3})/g, '').replace(/^(.*)-$/, '-$1')
  return bare !== text && bare !== '' && Number(bare) === found
}
