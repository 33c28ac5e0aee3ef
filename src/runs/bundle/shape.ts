import { AssetError } from '../../assets/failure'

/**
 * Reads a value that came from outside, or refuses it with its path. What is not asked for is not
 * read at all.
 */
export type Shape<T> = (value: unknown, path: string) => T

/** @throws {AssetError} `bundle_damaged`, naming the path */
export function refuse(path: string, expected: string): never {
  throw new AssetError({
    code: 'bundle_damaged',
    message: `${path} is not ${expected}.`,
    path,
    hint: 'Use the bundle as it was downloaded, not one that was changed.',
  })
}

export const text: Shape<string> = (value, path) =>
  typeof value === 'string' ? value : refuse(path, 'a text')

export const flag: Shape<boolean> = (value, path) =>
  typeof value === 'boolean' ? value : refuse(path, 'true or false')

/** A finite number that is not negative: times, counts and sizes. */
export const amount: Shape<number> = (value, path) =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0
    ? value
    : refuse(path, 'a number of 0 or more')

export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  return (value, path) => (value === null || value === undefined ? null : shape(value, path))
}

/** For what an earlier version of the app did not write. */
export function orElse<T>(shape: Shape<T>, absent: T): Shape<T> {
  return (value, path) => (value === undefined ? absent : shape(value, path))
}

export function oneOf<const T extends string>(words: readonly T[]): Shape<T> {
  return (value, path) =>
    words.find((word) => word === value) ?? refuse(path, `one of ${words.join(', ')}`)
}

export function list<T>(shape: Shape<T>): Shape<readonly T[]> {
  return (value, path) =>
    Array.isArray(value)
      ? value.map((item: unknown, i) => shape(item, `${path}[${i}]`))
      : refuse(path, 'a list')
}

/** A map as JSON gives it; its members are read by their own shapes. */
export const members: Shape<Readonly<Record<string, unknown>>> = (value, path) =>
  isMembers(value) ? value : refuse(path, 'an object')

function isMembers(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An object with exactly these members; others are left behind. */
export function object<T>(shapes: { readonly [K in keyof T]: Shape<T[K]> }): Shape<T> {
  return (value, path) => {
    const from = members(value, path)
    const read = <K extends keyof T & string>(key: K) => shapes[key](from[key], `${path}.${key}`)
    const entries = keysOf(shapes).map((key) => [key, read(key)])
    return Object.fromEntries(entries)
  }
}

function keysOf<T extends object>(value: T): (keyof T & string)[] {
  return Object.keys(value) as (keyof T & string)[]
}
