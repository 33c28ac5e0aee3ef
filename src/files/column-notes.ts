import { cellAddress } from '../table/cell-address'
import type { ColumnProfile } from '../table/column-profile'
import type { ColumnTally } from '../table/column-tally'
import { parseNumber, plainFormat, type NumberFormat } from '../table/parse-number'
import { countOf } from './count-of'

/** A column after its last row: all that its note is made of. */
export type NotedColumn = {
  readonly tally: ColumnTally
  readonly profile: ColumnProfile
  readonly format: NumberFormat
  /** From 1. */
  readonly place: number
  /** The decimal sign of the other columns; `null` where they do not agree, or say nothing. */
  readonly lean: '.' | ',' | null
  /** Its type or format was chosen by hand: it is not told back as a guess. */
  readonly isByHand: boolean
  /** Numbers of the file itself, not written as text. */
  readonly isPlain: boolean
}

/** One sentence of what was understood of a column and what not; `null` where it is plain. */
export function noteColumn(column: NotedColumn): string | null {
  const parts =
    column.profile.type === 'number'
      ? [noteAmbiguous(column), ...noteMarks(column), noteRejected(column)]
      : [noteMixed(column)]
  const said = [...parts, noteSheetErrors(column)].filter((part) => part !== null)
  return said.length === 0 ? null : `${headOf(column.profile.name)}${said.join('; ')}.`
}

/** Whether a note of a file is the sentence of this column. */
export function isNoteOf(column: string, note: string): boolean {
  return note.startsWith(headOf(column))
}

function headOf(column: string): string {
  return `"${column}": `
}

/** Every cell can be read with either sign: nothing in the column itself decides. */
export function isAmbiguous({ tally, isByHand, isPlain }: NotedColumn): boolean {
  const { pointOnly, commaOnly } = tally.evidence()
  return !isByHand && !isPlain && pointOnly === commaOnly && tally.marks().nAmbiguous > 0
}

function noteAmbiguous(column: NotedColumn): string | null {
  if (!isAmbiguous(column)) return null
  const { tally, format, lean } = column
  const text = tally.marks().firstAmbiguous
  const groups = ",' "
  const read = {
    '.': parseNumber(text, { decimal: '.', group: groups }),
    ',': parseNumber(text, { decimal: ',', group: groups.replace(',', '.') }),
  }
  const hasBoth = tally.groups('.').includes(',') && tally.groups(',').includes('.')
  if (hasBoth) {
    return `cells such as 1.234 and 1,234 contradict each other; "${format.decimal}" is read as the decimal sign`
  }
  // A point as in most files, and nothing in this one speaks against it.
  if (lean === '.' && !tally.groups('.').includes(',')) return null
  const [small, large] = [read['.'], read[',']].sort((a, b) => Number(a) - Number(b))
  const why = lean === null ? '' : ', as the other columns are written'
  return `${text} could be ${small} or ${large}; it is read as ${read[format.decimal]}${why}`
}

function noteMarks({ tally, profile }: NotedColumn): readonly string[] {
  const { nPercent, currencies, nInParentheses, nOtherDigits } = tally.marks()
  const nNumbers = tally.counts().nPresent - profile.nRejected
  const isMixed = nPercent > 0 && nPercent < nNumbers
  const percent = isMixed
    ? `% stands in ${nPercent} of ${countOf(nNumbers, 'number')}, and 12 % is read as 12`
    : `% dropped, 12 % is read as 12`
  const signs = currencies.map(({ sign, n }) => `${sign} in ${countOf(n, 'cell')}`)
  const several = currencies.length > 1 ? ', amounts are not converted' : ''
  return [
    ...(nPercent > 0 ? [percent] : []),
    ...(signs.length > 0 ? [`currency dropped: ${signs.join(', ')}${several}`] : []),
    ...(nInParentheses > 0
      ? [`${countOf(nInParentheses, 'cell')} in parentheses read as negative`]
      : []),
    ...(nOtherDigits > 0 ? [`digits other than 0 to 9 in ${countOf(nOtherDigits, 'cell')}`] : []),
  ]
}

function noteRejected({ profile }: NotedColumn): string | null {
  const { nRejected, rejected } = profile
  const first = rejected[0]
  if (first === undefined) return null
  const cells = nRejected === 1 ? '1 cell is' : `${nRejected} cells are`
  return `${cells} not a number and read as missing, first "${first.text}" on line ${first.line}`
}

/** Mostly numbers, yet text: too many cells are something else. */
function noteMixed({ tally, profile, place, format, isByHand }: NotedColumn): string | null {
  const { nPresent, nPoint, nComma, hasDigitText } = tally.counts()
  const nNumbers = Math.max(nPoint, nComma)
  if (isByHand || hasDigitText || nNumbers === nPresent || nNumbers < nPresent / 2) return null
  const { name } = profile
  const [first] = tally.finish({ name, type: 'number', decimal: format.decimal }).rejected
  const where = cellAddress(first.line, { name, place })
  return `${nNumbers} of ${nPresent} cells are numbers, the others are not, first "${first.text}" (${where}): kept as text`
}

function noteSheetErrors({ tally }: NotedColumn): string | null {
  const { nSheetErrors } = tally.marks()
  const [cells, hold] = [countOf(nSheetErrors, 'cell'), nSheetErrors === 1 ? 'holds' : 'hold']
  return nSheetErrors === 0
    ? null
    : `${cells} ${hold} an error of a spreadsheet such as #REF!, read as missing`
}

/** How numbers are written where it is not 1234.56, one sentence a format, with the first columns. */
export function noteFormats(
  formats: readonly (NumberFormat & { readonly column: string })[],
): readonly string[] {
  const columns = new Map<string, string[]>()
  for (const { column, decimal, group } of formats) {
    if (decimal === plainFormat.decimal && group === plainFormat.group) continue
    const example = `1${group.slice(0, 1)}234${decimal}56`
    columns.set(example, [...(columns.get(example) ?? []), `"${column}"`])
  }
  return [...columns].map(
    ([example, names]) => `Numbers are written as ${example} in ${few(names)}.`,
  )
}

const nNamed = 5

function few(names: readonly string[]): string {
  if (names.length <= nNamed) return names.join(', ')
  return `${names.slice(0, nNamed).join(', ')} and ${countOf(names.length - nNamed, 'more column')}`
}
