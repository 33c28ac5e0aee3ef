import { graphParams } from '../../assets/graph'
import type { OverrideEntry } from '../../assets/override'
import { allParams } from '../../config/params-for'
import type { RunRecord } from '../contract'
import type { RunComparison } from './compare-runs'
import type { InputChange } from './inputs-between'
import type { SettingChange } from './settings-between'

/** One thing that differs between two runs and may be why a store moved. */
export type Thing =
  | {
      readonly kind: 'setting'
      readonly name: string
      readonly label: string
      readonly changes: readonly SettingChange[]
    }
  | { readonly kind: 'input'; readonly input: InputChange }
  | { readonly kind: 'overrides'; readonly nBefore: number; readonly nAfter: number }
  | { readonly kind: 'baseline'; readonly before: number | null; readonly after: number | null }
  | { readonly kind: 'code'; readonly keys: readonly string[] }

/** Settings by name, files, overrides, the baseline, and the code as one. */
export function thingsBetween(comparison: RunComparison): readonly Thing[] {
  const { inputs, code, overrides, baseline, a, b } = comparison
  const { nBefore, nAfter, added, gone } = overrides
  const keys = code.differing.map(({ key }) => key)
  return [
    ...settingThings(comparison),
    ...inputs.differing.map((input): Thing => ({ kind: 'input', input })),
    ...([...added, ...gone].some(placesStores)
      ? [{ kind: 'overrides', nBefore, nAfter } as const]
      : []),
    ...(hasOtherBaseline(a, b) ? [{ kind: 'baseline', ...baseline } as const] : []),
    ...(keys.length > 0 ? [{ kind: 'code', keys } as const] : []),
  ]
}

function settingThings({ settings }: RunComparison): readonly Thing[] {
  const byName = new Map<string, SettingChange[]>()
  for (const change of settings.differing)
    if (canMoveStores(change.name))
      byName.set(change.name, [...(byName.get(change.name) ?? []), change])
  return [...byName].map(([name, changes]) => {
    const label = changes[0]?.label ?? name
    return { kind: 'setting', name, label, changes }
  })
}

/** A parameter that only the run itself reads changes what is said, not what is made. */
function canMoveStores(name: string): boolean {
  return Object.hasOwn(graphParams, name) || (allParams().get(name)?.specs.length ?? 0) > 0
}

function placesStores({ kind }: OverrideEntry): boolean {
  return kind !== 'rename'
}

/** Where one run carries the ids of the other on, that is the frame of the comparison, no cause. */
function hasOtherBaseline(a: RunRecord, b: RunRecord): boolean {
  const [before, after] = [a.baseline?.runId ?? null, b.baseline?.runId ?? null]
  return before !== after && after !== a.id && before !== b.id
}
