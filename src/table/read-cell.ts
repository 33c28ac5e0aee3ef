import { isBoolean } from './is-boolean'
import { isDate } from './is-date'
import type { NumberMarks } from './number-signs'
import { type NumberFormat, parseNumber, readNumber } from './parse-number'
import { countPlainDecimals } from './plain-number'

/** Everything one present cell could be, under either decimal sign. */
export type CellReading = {
  /** The value if `.` is the decimal sign, or `null` where that cannot be read. */
  readonly point: number | null
  /** The value if `,` is the decimal sign. */
  readonly comma: number | null
  readonly pointDecimals: number
  readonly commaDecimals: number
  /** Group signs that a number of either kind uses: of `,` `.` `'` and space. */
  readonly groups: string
  /** What stood around the digits of a number; `null` where nothing did. */
  readonly marks: NumberMarks | null
  /** Digits that a number would not give back: 00123, or an integer beyond 2^53. */
  readonly isDigitText: boolean
  readonly isBoolean: boolean
  readonly isDate: boolean
}

/** What a person said of the numbers of a column; what is left out is decided from its cells. */
export type FixedFormat = {
  readonly decimal?: NumberFormat['decimal'] | undefined
  readonly group?: string | undefined
}

/** The formats to try; `null` for a decimal sign that is ruled out. */
type Formats = { readonly point: NumberFormat | null; readonly comma: NumberFormat | null }

const anyPoint: NumberFormat = { decimal: '.', group: ",' " }
const anyComma: NumberFormat = { decimal: ',', group: ".' " }
const anyFormat: Formats = { point: anyPoint, comma: anyComma }

/** How to read the cells of a column whose format is fixed, wholly or in part. */
export function createCellReader(fixed: FixedFormat | null): (text: string) => CellReading {
  if (fixed === null) return readCell
  const { decimal, group } = fixed
  const fix = (format: NumberFormat): NumberFormat | null =>
    decimal !== undefined && decimal !== format.decimal
      ? null
      : { ...format, group: (group ?? format.group).replace(format.decimal, '') }
  const formats = { point: fix(anyPoint), comma: fix(anyComma) }
  return (text) => readAny(text, formats)
}

export function readCell(text: string): CellReading {
  const nDecimals = countPlainDecimals(text)
  if (nDecimals === -1) return readAny(text, anyFormat)
  const point = parseNumber(text, anyPoint)
  if (nDecimals === 0) {
    return readingOf({ point, comma: point, isDigitText: isDigitText(text, point) })
  }
  // Three digits after the point may be a group under a decimal comma; any other count cannot.
  const isGroup = nDecimals === 3 && isGrouped.test(text)
  const comma = isGroup ? parseNumber(text.replace('.', ''), anyPoint) : null
  return readingOf({ point, comma, pointDecimals: nDecimals, groups: isGroup ? '.' : '' })
}

const isGrouped = /^-?[1-9]\d{0,2}\./

function readAny(text: string, formats: Formats): CellReading {
  const point = formats.point === null ? null : readNumber(text, formats.point)
  const comma = formats.comma === null ? null : readNumber(text, formats.comma)
  const reading = point ?? comma
  if (reading === null) return readingOf({ isBoolean: isBoolean(text), isDate: isDate(text) })
  const { currency, hasPercent, isInParentheses, hasOtherDigits } = reading.marks
  const isMarked = currency !== '' || hasPercent || isInParentheses || hasOtherDigits
  return readingOf({
    point: point?.value ?? null,
    comma: comma?.value ?? null,
    pointDecimals: point?.decimals ?? 0,
    commaDecimals: comma?.decimals ?? 0,
    groups: (point?.group ?? '') + (comma?.group ?? ''),
    marks: isMarked ? reading.marks : null,
    isDigitText: countPlainDecimals(text) === 0 && isDigitText(text, reading.value),
  })
}

/** One shape for all readings: this is made for every cell of a file. */
function readingOf({
  point = null,
  comma = null,
  pointDecimals = 0,
  commaDecimals = 0,
  groups = '',
  marks = null,
  isDigitText = false,
  isBoolean = false,
  isDate = false,
}: Partial<CellReading>): CellReading {
  return {
    point,
    comma,
    pointDecimals,
    commaDecimals,
    groups,
    marks,
    isDigitText,
    isBoolean,
    isDate,
  }
}

/** Of a text that is nothing but digits and perhaps a minus. */
function isDigitText(text: string, value: number | null): boolean {
  const first = text.startsWith('-') ? 1 : 0
  const hasLeadingZero = text.length > first + 1 && text[first] === '0'
  return hasLeadingZero || !Number.isSafeInteger(value)
}
