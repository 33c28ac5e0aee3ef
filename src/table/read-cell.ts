import { isBoolean } from './is-boolean'
import { isDate } from './is-date'
import { countDecimals, parseNumber } from './parse-number'
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
  /** Digits that a number would not give back: 00123, or an integer beyond 2^53. */
  readonly isDigitText: boolean
  readonly isBoolean: boolean
  readonly isDate: boolean
}

const anyPoint = { decimal: '.', group: ",' " } as const
const anyComma = { decimal: ',', group: ".' " } as const

export function readCell(text: string): CellReading {
  const nDecimals = countPlainDecimals(text)
  if (nDecimals === 0) return readInteger(text)
  // Three digits after the point may be a group under a decimal comma; any other count cannot.
  if (nDecimals > 0 && nDecimals !== 3) {
    return numberReading({ point: parseNumber(text, anyPoint), pointDecimals: nDecimals })
  }
  const point = parseNumber(text, anyPoint)
  const comma = parseNumber(text, anyComma)
  if (point === null && comma === null) {
    return { ...numberReading({}), isBoolean: isBoolean(text), isDate: isDate(text) }
  }
  return numberReading({
    point,
    comma,
    pointDecimals: countDecimals(text, anyPoint),
    commaDecimals: countDecimals(text, anyComma),
    groups: groupSignsIn(text),
  })
}

function readInteger(text: string): CellReading {
  const value = parseNumber(text, anyPoint)
  const first = text.startsWith('-') ? 1 : 0
  const hasLeadingZero = text.length > first + 1 && text[first] === '0'
  const isDigitText = hasLeadingZero || !Number.isSafeInteger(value)
  return numberReading({ point: value, comma: value, isDigitText })
}

function numberReading({
  point = null,
  comma = null,
  pointDecimals = 0,
  commaDecimals = 0,
  groups = '',
  isDigitText = false,
}: Partial<CellReading>): CellReading {
  return {
    point,
    comma,
    pointDecimals,
    commaDecimals,
    groups,
    isDigitText,
    isBoolean: false,
    isDate: false,
  }
}

function groupSignsIn(text: string): string {
  let signs = ''
  if (/\d,\d/.test(text)) signs += ','
  if (/\d\.\d/.test(text)) signs += '.'
  if (/\d['’]\d/.test(text)) signs += "'"
  if (/\d[ \u00a0\u2009\u202f]\d/.test(text)) signs += ' '
  return signs
}
