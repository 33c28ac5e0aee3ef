import type { AssetFailure } from '../assets/failure'
import { nearest } from '../assets/nearest'

/** What is wrong in a configuration: where (`external.max_clusters`), and what to do next. */
export type Fault = AssetFailure & {
  /** Where in the text, from 1, when it came from a text. */
  readonly line?: number
  readonly column?: number
}

/** Of the fault that a text is no configuration of ours, but one that can be imported. */
export const pythonCode = 'python_configuration'

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly Fault[] }

export type Report = (fault: Fault) => void

/** A map as YAML and JSON give it; keys are text of the user and only ever listed or looked up. */
export type PlainMap = Readonly<Record<string, unknown>>

export function isMap(value: unknown): value is PlainMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function unknownKey(path: string, known: readonly string[]): Fault {
  const key = path.slice(path.lastIndexOf('.') + 1)
  const near = nearest(key, known)
  return {
    code: 'unknown_key',
    message: `Unknown key "${key}".`,
    path,
    hint: near === null ? `Known here: ${known.join(', ')}.` : `Did you mean "${near}"?`,
  }
}

export function invalidValue(path: string, value: unknown, expects: string): Fault {
  return {
    code: 'invalid_value',
    message: `${path === '' ? 'The configuration' : path} is ${shown(value)}, expected ${expects}.`,
    path,
    hint: `Write ${expects}.`,
  }
}

/** The value as it is written in a flow value, cut where it is long. */
function shown(value: unknown): string {
  // JSON has no word for an infinity and would say null.
  const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value))
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}

/** Reports every key of a map that is not among the known ones. */
export function reportUnknownKeys(
  map: PlainMap,
  where: { readonly path: string; readonly known: readonly string[] },
  report: Report,
): void {
  for (const key of Object.keys(map))
    if (!where.known.includes(key)) report(unknownKey(joinPath(where.path, key), where.known))
}

export function joinPath(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`
}

/** An absent or empty map is an empty one; anything else that is no map is reported. */
export function readMap(value: unknown, path: string, report: Report): PlainMap {
  if (value === undefined || value === null) return {}
  if (isMap(value)) return value
  report(invalidValue(path, value, 'a map of keys and values'))
  return {}
}
