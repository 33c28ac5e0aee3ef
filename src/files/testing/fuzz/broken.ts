import { isDeepStrictEqual } from 'node:util'
import { firstDifference } from './first-difference'

/** A promise of the readers that a file breaks. */
export type Broken = { readonly rule: string; readonly detail: string }

export function broken(rule: string, detail: unknown): Broken {
  return { rule, detail: JSON.stringify(detail) }
}

/** `null` where two values are equal in every field. */
export function differing(rule: string, found: unknown, expected: unknown): Broken | null {
  if (isDeepStrictEqual(found, expected)) return null
  return { rule, detail: firstDifference(found, expected) }
}
