import type { RunRecord } from '../contract'
import { type Change, isSame, keysOf, type Part, partOf } from './change'

/** The code version of an asset; null where a run has no such asset. */
export type CodeChange = Change<string | null> & { readonly key: string }

/** An asset that only one run has is not another version of anything. */
export function codeBetween(a: RunRecord, b: RunRecord): Part<CodeChange> {
  const [before, after] = [versionsOf(a), versionsOf(b)]
  const all = keysOf(before, after).map((key) => ({
    key,
    before: before.get(key) ?? null,
    after: after.get(key) ?? null,
  }))
  return partOf(all, (change) => change.before !== null && change.after !== null && !isSame(change))
}

function versionsOf({ assets }: RunRecord): ReadonlyMap<string, string> {
  return new Map(assets.map(({ key, codeVersion }) => [key, codeVersion]))
}
