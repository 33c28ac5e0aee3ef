import { countOf } from '../../files/count-of'
import { isSameNumber } from './same-number'

export type ValueDifference = {
  readonly path: string
  readonly before: string
  readonly after: string
}

/** The first place where two values differ, numbers by more than 1e-9; null where none does. */
export function firstDifference(
  before: unknown,
  after: unknown,
  path = '',
): ValueDifference | null {
  if (typeof before === 'number' && typeof after === 'number')
    return isSameNumber(before, after) ? null : differ(path, before, after)
  if (!isObject(before) || !isObject(after))
    return before === after ? null : differ(path, before, after)
  if (Object.getPrototypeOf(before) !== Object.getPrototypeOf(after))
    return differ(path, before.constructor.name, after.constructor.name)
  const entries: readonly [string, unknown][] = Object.entries(before)
  const others = new Map<string, unknown>(Object.entries(after))
  if (entries.length !== others.size)
    return differ(path, countOf(entries.length, 'part'), countOf(others.size, 'part'))
  for (const [key, part] of entries) {
    const where = /^\d+$/.test(key) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`
    const found = others.has(key)
      ? firstDifference(part, others.get(key), where)
      : differ(where, part, undefined)
    if (found !== null) return found
  }
  return null
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function differ(path: string, before: unknown, after: unknown): ValueDifference {
  return { path, before: shown(before), after: shown(after) }
}

function shown(value: unknown): string {
  return isObject(value) ? value.constructor.name : (JSON.stringify(value) ?? 'absent')
}
