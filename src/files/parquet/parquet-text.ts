import type { SchemaElement } from 'hyparquet'

/** How the values of one column become text, and whether they are numbers of the file. */
export type ColumnText = {
  readonly isNumber: boolean
  readonly textOf: (value: unknown) => string
}

/**
 * The rule for a column without nested parts. Integers and decimals keep all their digits, single
 * floats are as short as their own precision allows, days and times are ISO 8601.
 */
export function columnText(element: SchemaElement): ColumnText {
  const scale = decimalScale(element)
  if (scale !== null) {
    return { isNumber: true, textOf: (value) => (isNull(value) ? '' : decimalText(value, scale)) }
  }
  const perSecond = timeUnit(element)
  if (perSecond !== null) {
    return { isNumber: false, textOf: (value) => timeText(value, perSecond) }
  }
  const { type, logical_type: logical } = element
  const isUtc = logical?.type === 'TIMESTAMP' && logical.isAdjustedToUTC
  if (isUtc)
    return { isNumber: false, textOf: (value) => (isNull(value) ? '' : `${plainText(value)}Z`) }
  if (type === 'FLOAT') return { isNumber: true, textOf: singleText }
  return { isNumber: isNumeric(element), textOf: plainText }
}

/** A column with parts: each value as compact JSON text, `null` as empty. */
export const nestedText: ColumnText = {
  isNumber: false,
  textOf: (value) => (isNull(value) ? '' : jsonText(value)),
}

/** True where the library must leave the stored value as it is, since it would round it. */
export function isReadRaw(element: SchemaElement): boolean {
  return decimalScale(element) !== null || timeUnit(element) !== null
}

function isNumeric({
  type,
  converted_type: converted,
  logical_type: logical,
}: SchemaElement): boolean {
  if (logical?.type === 'FLOAT16') return true
  if (type !== 'INT32' && type !== 'INT64' && type !== 'DOUBLE') return false
  const meaning = logical?.type ?? converted ?? 'INTEGER'
  return meaning === 'INTEGER' || meaning.startsWith('INT_') || meaning.startsWith('UINT_')
}

function decimalScale({ converted_type: converted, logical_type: logical, scale }: SchemaElement) {
  if (logical?.type === 'DECIMAL') return logical.scale
  return converted === 'DECIMAL' ? (scale ?? 0) : null
}

/** Units a second of a time of day. */
function timeUnit({ converted_type: converted, logical_type: logical }: SchemaElement) {
  const unit = logical?.type === 'TIME' ? logical.unit : (converted ?? '').replace(/^TIME_/, '')
  if (logical?.type !== 'TIME' && !converted?.startsWith('TIME_')) return null
  return unit === 'NANOS' ? 1_000_000_000 : unit === 'MICROS' ? 1_000_000 : 1000
}

function decimalText(value: unknown, scale: number): string {
  const digits = String(value instanceof Uint8Array ? signedInteger(value) : value)
  if (scale <= 0) return digits === '0' ? digits : digits + '0'.repeat(-scale)
  const sign = digits.startsWith('-') ? '-' : ''
  const padded = digits.slice(sign.length).padStart(scale + 1, '0')
  return `${sign}${padded.slice(0, -scale)}.${padded.slice(-scale)}`
}

/** Big-endian two's complement. */
function signedInteger(bytes: Uint8Array): bigint {
  const whole = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
  return BigInt.asIntN(bytes.length * 8, whole)
}

function timeText(value: unknown, perSecond: number): string {
  if (typeof value !== 'number' && typeof value !== 'bigint') return ''
  return instantText(BigInt(value), perSecond)?.slice(11) ?? String(value)
}

/** Whole units since 1970 as `2024-01-05T10:30:00.5`; `null` beyond the years 0 to 9999. */
function instantText(units: bigint, perSecond: number): string | null {
  const unit = BigInt(perSecond)
  const part = ((units % unit) + unit) % unit
  const seconds = Number((units - part) / unit)
  if (seconds < -62_167_219_200 || seconds > 253_402_300_799) return null
  const fraction = String(part)
    .padStart(String(perSecond).length - 1, '0')
    .replace(/0+$/, '')
  const text = new Date(seconds * 1000).toISOString().slice(0, 19)
  return fraction === '' ? text : `${text}.${fraction}`
}

/** A byte-order mark at the start of a text is part of it. */
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** What the library shall make of days, instants and bytes: text at once. */
export const textParsers = {
  stringFromBytes: (bytes: Uint8Array | undefined) => bytes && utf8.decode(bytes),
  timestampFromMilliseconds: (value: bigint) => instantText(value, 1000) ?? String(value),
  timestampFromMicroseconds: (value: bigint) => instantText(value, 1_000_000) ?? String(value),
  timestampFromNanoseconds: (value: bigint) => instantText(value, 1_000_000_000) ?? String(value),
  dateFromDays: (days: number) =>
    instantText(BigInt(days) * 86_400n, 1)?.slice(0, 10) ?? String(days),
  jsonFromBytes: bytesText,
  geometryFromBytes: bytesText,
  geographyFromBytes: bytesText,
}

/** The shortest digits that give the single float back. */
function singleText(value: unknown): string {
  if (typeof value !== 'number' || !Number.isFinite(value)) return plainText(value)
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits))
    if (Math.fround(short) === value) return String(short)
  }
  return String(Number(value.toPrecision(9)))
}

function isNull(value: unknown): value is null | undefined {
  return value === null || value === undefined
}

function plainText(value: unknown): string {
  if (isNull(value)) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') {
    return String(value)
  }
  return value instanceof Uint8Array ? bytesText(value) : jsonText(value)
}

/** Bytes without a meaning: text where they are UTF-8, else hexadecimal. */
function bytesText(bytes: Uint8Array | undefined): string {
  if (bytes === undefined) return ''
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return `0x${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`
  }
}

function jsonText(value: unknown): string {
  if (isNull(value)) return 'null'
  if (typeof value === 'bigint' || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'null'
  if (typeof value === 'string') return JSON.stringify(value)
  if (value instanceof Uint8Array) return JSON.stringify(bytesText(value))
  if (Array.isArray(value)) return `[${value.map(jsonText).join(',')}]`
  const members = Object.entries(value).map(
    ([key, part]) => `${JSON.stringify(key)}:${jsonText(part)}`,
  )
  return `{${members.join(',')}}`
}
