import type { Need } from '../../assets/source'
import type { Source } from '../../runs/contract'
import { needsOfRole } from './open-needs'
import type { ReadyEntry } from './understand-source'

/** What a file has that the one whose place it took had not, and the other way round. */
export type FileChange = {
  /** The file before, to bring back. */
  readonly before: ReadyEntry
  readonly isSameBytes: boolean
  readonly nRows: { readonly before: number; readonly now: number }
  readonly columns: { readonly gone: readonly string[]; readonly added: readonly string[] }
  /** Columns in use that are gone: a person names others. */
  readonly lost: readonly { readonly need: Need; readonly name: string }[]
  /** Null where a file holds more ids than are kept. */
  readonly stores: { readonly nGone: number; readonly nNew: number } | null
}

export function fileChange(before: ReadyEntry, now: Source): FileChange {
  const { change: _earlier, ...entry } = before
  const { profile } = before.source
  const names = { before: namesOf(before.source), now: namesOf(now) }
  return {
    before: entry,
    isSameBytes: profile.digest === now.profile.digest,
    nRows: { before: profile.nRows, now: now.profile.nRows },
    columns: { gone: without(names.before, names.now), added: without(names.now, names.before) },
    lost: needsOfRole[before.source.role].flatMap(({ need }) => {
      const name = before.source.columns[need]
      return name === null || names.now.includes(name) ? [] : [{ need, name }]
    }),
    stores: storesBetween(before.source, now),
  }
}

function namesOf({ profile }: Source): readonly string[] {
  return profile.columns.map(({ name }) => name)
}

function without(names: readonly string[], others: readonly string[]): readonly string[] {
  const there = new Set(others)
  return names.filter((name) => !there.has(name))
}

function storesBetween(before: Source, now: Source): FileChange['stores'] {
  const [old, next] = [storesOf(before), storesOf(now)]
  if (old === null || next === null) return null
  return { nGone: without(old, next).length, nNew: without(next, old).length }
}

/** Distinct store ids where they are few enough to be kept. */
function storesOf({ profile, columns }: Source): readonly string[] | null {
  const ids = profile.columns.find(({ name }) => name === columns.store)
  return ids !== undefined && ids.levelsAreComplete ? ids.levels : null
}
