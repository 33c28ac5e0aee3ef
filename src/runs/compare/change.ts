import { canonicalJson } from '../canonical-json'

/** One thing as it was in the run before and is in the run after. */
export type Change<T> = { readonly before: T; readonly after: T }

/** One aspect of two runs: what differs first of all, and everything for whoever asks. */
export type Part<T> = {
  readonly differing: readonly T[]
  readonly all: readonly T[]
  readonly nSame: number
}

export function partOf<T>(all: readonly T[], isDifferent: (item: T) => boolean): Part<T> {
  const differing = all.filter(isDifferent)
  return { differing, all, nSame: all.length - differing.length }
}

/** Whether both sides mean the same, whatever the order of their keys. */
export function isSame({ before, after }: Change<unknown>): boolean {
  return canonicalJson(before ?? null) === canonicalJson(after ?? null)
}

/** The keys of both maps, those of `before` first, each once. */
export function keysOf<K>(
  before: ReadonlyMap<K, unknown>,
  after: ReadonlyMap<K, unknown>,
): readonly K[] {
  return [...new Set([...before.keys(), ...after.keys()])]
}
