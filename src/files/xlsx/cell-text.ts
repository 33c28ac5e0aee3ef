import { isDayKind, type NumberKind } from './number-format'
import { serialToIso } from './serial-date'
import { unescapeSigns } from './shared-strings'

/** A cell as the sheet writes it. */
export type RawCell = {
  /** n number, s shared text, str text of a formula, inlineStr, b boolean, e error, d date. */
  readonly type: string
  readonly style: number
  readonly value: string
  readonly inline: string
  readonly hasFormula: boolean
}

export type CellRules = {
  readonly strings: readonly string[]
  readonly kinds: readonly NumberKind[]
  readonly is1904: boolean
}

type CellText = {
  readonly text: string
  /** A number of the workbook, and neither a day nor a text of digits. */
  readonly isNumber: boolean
}

/**
 * The text that stands for a cell: texts and errors as they are, `true` and `false`, days as ISO
 * 8601, numbers in their shortest form that reads back, long integers with all their digits, ids
 * with the zeros that are shown before them.
 * @throws RangeError for a shared text that is not there
 */
export function cellText(cell: RawCell, rules: CellRules): CellText {
  return cell.type === 'n'
    ? numberText(cell, rules)
    : { text: otherText(cell, rules), isNumber: false }
}

function otherText({ type, value, inline }: RawCell, { strings }: CellRules): string {
  if (type === 'inlineStr') return unescapeSigns(inline)
  if (type === 'str') return unescapeSigns(value)
  if (type === 'b') return value === '' ? '' : value.trim() === '0' ? 'false' : 'true'
  if (type !== 's' || value === '') return value
  const text = strings[Number(value)]
  if (text === undefined) throw new RangeError(`text ${value} is not in its list`)
  return text
}

function numberText({ style, value }: RawCell, { kinds, is1904 }: CellRules): CellText {
  const written = value.trim()
  const kind = kinds[style] ?? 'number'
  const number = Number(written)
  if (written === '' || !Number.isFinite(number)) return { text: written, isNumber: false }
  if (typeof kind === 'object' && number >= 0 && Number.isSafeInteger(number))
    return { text: String(number).padStart(kind.nDigits, '0'), isNumber: false }
  const day = isDayKind(kind) ? serialToIso(number, { kind, is1904 }) : null
  if (day !== null) return { text: day, isNumber: false }
  const isLong = /^-?\d+$/.test(written) && !Number.isSafeInteger(number)
  return { text: isLong ? written : String(number), isNumber: true }
}
