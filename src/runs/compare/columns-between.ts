import type { StageSpecs } from '../../assets/branch'
import type { Branch } from '../../assets/spec'
import { external, internal } from '../../assets/specs'
import { compareText } from '../../table/compare-text'
import { categoryOf } from '../outputs/category-of'
import { valuesMade } from '../values-made'
import { type Change, keysOf, type Part, partOf } from './change'
import type { RunSide } from './run-side'

/** What became of a column: a feature, or left out and why; `absent` where no file has it. */
export type ColumnFate = {
  readonly state: 'kept' | 'dropped' | 'absent'
  /** Of a dropped one: `missing`, `correlation` ... */
  readonly code: string | null
  readonly detail: string | null
}

export type ColumnChange = Change<ColumnFate> & {
  readonly branch: Branch
  readonly category: string
  readonly name: string
}

const stages: Readonly<Record<Branch, StageSpecs>> = { internal, external }
const absent: ColumnFate = { state: 'absent', code: null, detail: null }

/** Columns in and out, of the branches and categories that both runs filtered. */
export async function columnsBetween(a: RunSide, b: RunSide): Promise<Part<ColumnChange>> {
  const all: ColumnChange[] = []
  for (const branch of ['internal', 'external'] as const) {
    const before = await fatesOf(a, branch)
    for (const [category, after] of await fatesOf(b, branch)) {
      const earlier = before.get(category)
      if (earlier === undefined) continue
      for (const name of keysOf(earlier, after).toSorted(compareText)) {
        const sides = { before: earlier.get(name) ?? absent, after: after.get(name) ?? absent }
        all.push({ branch, category, name, ...sides })
      }
    }
  }
  return partOf(
    all,
    ({ before, after }) => before.state !== after.state || before.code !== after.code,
  )
}

type Fates = ReadonlyMap<string, ColumnFate>

async function fatesOf(
  { run, read }: RunSide,
  branch: Branch,
): Promise<ReadonlyMap<string, Fates>> {
  const made = await valuesMade(run, stages[branch].filtered, read)
  return new Map(
    made.map(({ partition, value }) => {
      const kept = value.columns.map(({ name }): [string, ColumnFate] => [
        name,
        { state: 'kept', code: null, detail: null },
      ])
      const dropped = value.dropped.map(({ name, code, detail }): [string, ColumnFate] => [
        name,
        { state: 'dropped', code, detail },
      ])
      return [categoryOf(partition), new Map([...kept, ...dropped])]
    }),
  )
}
