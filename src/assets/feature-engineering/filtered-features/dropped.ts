import type { FilteredFeatures } from './spec'

export type Dropped = FilteredFeatures['dropped'][number]

/** What a step of the filter keeps, in the order it was given, and what it leaves out. */
export type Filtered<C> = { readonly kept: readonly C[]; readonly dropped: readonly Dropped[] }

/** A column that is left out for what it is by itself: it has no twin. */
export function drop(name: string, code: string, detail: string): Dropped {
  return { name, code, detail, twin: null, r: null }
}

/** A correlation as it is read: two digits, more where they would round to 1. */
export function readable(r: number): string {
  const digits = Math.abs(r) >= 0.995 && Math.abs(r) < 1 ? 4 : 2
  return r.toFixed(digits)
}
