import type { Control } from '../../assets/schema'

/** A setting as a field shows it: lists by commas, maps and rules as JSON, an unset limit empty. */
export function textOf(value: unknown, control: Control): string {
  if (value === null || value === undefined) return ''
  const isListed = ['names', 'pair', 'scalar'].includes(control.kind)
  if (isListed && Array.isArray(value)) return value.join(', ')
  if (typeof value === 'object' && isEmpty(value)) return ''
  return plain(value)
}

/** What was typed, as a value; the schema decides afterwards whether it may be. */
export function readText(text: string, control: Control, nullable: boolean): unknown {
  const trimmed = text.trim()
  switch (control.kind) {
    case 'integer':
    case 'number':
    case 'share':
      return trimmed === '' && nullable ? null : readNumber(trimmed)
    case 'switch':
    case 'choice':
      return readScalar(trimmed)
    case 'scalar':
      return trimmed.includes(',') ? readNames(trimmed) : readScalar(trimmed)
    case 'names':
      return readNames(trimmed)
    case 'pair':
      return trimmed === '' ? null : trimmed.split(',').map((part) => readNumber(part.trim()))
    case 'weights':
      return readJson(trimmed, {})
    case 'rules':
      return readJson(trimmed, [])
  }
}

function readNumber(text: string): number | string {
  const value = Number(text)
  return text === '' || !Number.isFinite(value) ? text : value
}

function readScalar(text: string): unknown {
  if (text === '' || text === 'null') return null
  if (text === 'true' || text === 'false') return text === 'true'
  return readNumber(text)
}

function readNames(text: string): 'all' | readonly string[] {
  if (text.toLowerCase() === 'all') return 'all'
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

/** Text that is no JSON stays text, which no schema of a map or list allows. */
function readJson(text: string, empty: unknown): unknown {
  if (text === '') return empty
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** A value in words, where it is not edited. */
export function wordsOf(value: unknown, control: Control): string {
  if (value === true) return 'On'
  if (value === false) return 'Off'
  if (value === null || value === undefined) return 'Not set'
  if (control.kind === 'choice')
    return control.options.find((option) => option.value === plain(value))?.label ?? plain(value)
  const text = textOf(value, control)
  return text === '' ? 'None' : text
}

/** Text as it is, anything else as JSON writes it: `auto`, 0.95, true. */
function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function isEmpty(value: object): boolean {
  return Array.isArray(value) ? value.length === 0 : Object.keys(value).length === 0
}
