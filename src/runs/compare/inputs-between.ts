import { type Role, roles } from '../../assets/source'
import { specs } from '../../assets/specs'
import { assetId } from '../address'
import type { RunRecord } from '../contract'
import { isReadAlike } from '../is-read-alike'
import { type Change, type Part, partOf } from './change'
import { type InputFacts, inputFactsOf } from './input-facts'
import type { RunSide } from './run-side'

type Input = RunRecord['inputs'][number]

export type InputSide = Pick<Input, 'name' | 'digest' | 'size'> & {
  /** Rows of data; null where it was not looked up or is no longer kept. */
  readonly rows: number | null
}

/** `renamed`: the same bytes under another name. `read_otherwise`: the same bytes, read another way. */
export type InputChange = Change<InputSide | null> & {
  readonly role: Role
  readonly change: 'same' | 'changed' | 'renamed' | 'read_otherwise' | 'added' | 'removed'
  /** Stores of all files of the role that came and that went; null where that is not known. */
  readonly stores: { readonly added: number; readonly gone: number } | null
}

type Pair = Change<Input | null>

/** The files of both runs, role by role; rows and stores are looked up only where a role differs. */
export async function inputsBetween(a: RunSide, b: RunSide): Promise<Part<InputChange>> {
  const all: InputChange[] = []
  for (const role of roles) {
    const ofRole = ({ run }: RunSide) => run.inputs.filter((input) => input.role === role)
    const pairs = pairsOf(ofRole(a), ofRole(b))
    const changes = pairs.map(kindOf)
    const isReadOtherwise =
      changes.every((change) => change === 'same') && readsDiffer(role, a.run, b.run)
    const isDifferent = isReadOtherwise || changes.some((change) => change !== 'same')
    const facts = isDifferent
      ? { before: await inputFactsOf(role, a), after: await inputFactsOf(role, b) }
      : null
    pairs.forEach((pair, i) => {
      const change = isReadOtherwise ? 'read_otherwise' : (changes[i] ?? 'same')
      all.push(describe(role, pair, { change, facts }))
    })
  }
  return partOf(all, ({ change }) => change !== 'same')
}

/** By name, then by content, then by place: a role with one file on each side is always one pair. */
function pairsOf(before: readonly Input[], after: readonly Input[]): readonly Pair[] {
  const pairs: Pair[] = []
  let [left, right] = [before, after]
  const take = (isPair: (one: Input, other: Input) => boolean) => {
    for (const one of left) {
      const other = right.find((candidate) => isPair(one, candidate))
      if (other === undefined) continue
      pairs.push({ before: one, after: other })
      left = left.filter((input) => input !== one)
      right = right.filter((input) => input !== other)
    }
  }
  take((one, other) => one.name === other.name)
  take((one, other) => one.digest === other.digest)
  if (before.length === 1 && after.length === 1) take(() => true)
  return [
    ...pairs,
    ...left.map((input) => ({ before: input, after: null })),
    ...right.map((input) => ({ before: null, after: input })),
  ]
}

function kindOf({ before, after }: Pair): InputChange['change'] {
  if (before === null) return 'added'
  if (after === null) return 'removed'
  if (before.digest !== after.digest) return 'changed'
  if (before.name !== after.name) return 'renamed'
  return isReadAlike(before, after) ? 'same' : 'read_otherwise'
}

/**
 * Types that were guessed, and in runs of earlier versions of the app all of how files were read,
 * are not in the record of an input, but in what the assets of its role were made of.
 */
function readsDiffer(role: Role, a: RunRecord, b: RunRecord): boolean {
  const readers = new Set(
    specs.flatMap(({ key, sources }) => (sources.includes(role) ? [key] : [])),
  )
  const madeFrom = new Map(
    a.assets.flatMap((record) =>
      readers.has(record.key) && record.madeFrom !== undefined
        ? [[assetId(record), record.madeFrom.sources]]
        : [],
    ),
  )
  return b.assets.some((record) => {
    const before = madeFrom.get(assetId(record))
    return before !== undefined && before !== (record.madeFrom?.sources ?? before)
  })
}

type Found = {
  readonly change: InputChange['change']
  readonly facts: Change<InputFacts | null> | null
}

function describe(role: Role, { before, after }: Pair, { change, facts }: Found): InputChange {
  return {
    role,
    change,
    before: sideOf(before, facts?.before ?? null),
    after: sideOf(after, facts?.after ?? null),
    stores: storesBetween(facts),
  }
}

function sideOf(input: Input | null, facts: InputFacts | null): InputSide | null {
  if (input === null) return null
  const { name, digest, size } = input
  return { name, digest, size, rows: facts?.rowsOf(name) ?? null }
}

function storesBetween(facts: Found['facts']): InputChange['stores'] {
  const before = facts?.before?.storeIds ?? null
  const after = facts?.after?.storeIds ?? null
  if (before === null || after === null) return null
  return {
    added: [...after].filter((id) => !before.has(id)).length,
    gone: [...before].filter((id) => !after.has(id)).length,
  }
}
