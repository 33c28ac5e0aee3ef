import { causeSentence, causeWords } from './cause-sentence'
import type { AssetRef } from './contract'
import type { LogLine } from './run-log'
import type { PlannedAsset } from './plan'
import type { RunPlan } from './plan-run'

type Plan = Pick<Extract<RunPlan, { readonly ok: true }>, 'inRun' | 'nToRun'>

/** An asset that a run would make. */
type AssetToRun = AssetRef & {
  readonly id: string
  readonly status: 'missing' | 'stale'
  /** Why, in one sentence; empty where it was never made. */
  readonly causes: string
}

export type PlanDescription = {
  readonly toRun: number
  readonly total: number
  /** Those that would be made, upstream first. */
  readonly assets: readonly AssetToRun[]
}

/** What a run would do, without doing it. */
export function describePlan({ inRun, nToRun }: Plan): PlanDescription {
  const assets = inRun.flatMap(({ id, key, partition, status, causes }) =>
    status === 'fresh' ? [] : [{ id, key, partition, status, causes: causeSentence(causes) }],
  )
  return { toRun: nToRun, total: inRun.length, assets }
}

/** How many assets a run makes, and each change that makes it so, with where it was made. */
export function linesOfPlan({ inRun, nToRun }: Plan): readonly LogLine[] {
  const nStale = inRun.filter(({ status }) => status === 'stale').length
  const kinds = nStale === 0 ? '' : `: ${nToRun - nStale} missing, ${nStale} stale`
  const counts = `${nToRun} of ${inRun.length} assets to run${kinds}.`
  return [
    { level: 'info', message: counts },
    ...changesIn(inRun).map(([change, keys]): LogLine => {
      return { level: 'info', message: `Changed for ${keys.join(', ')}: ${change}.` }
    }),
  ]
}

/** Each change with the keys of the assets that it reaches itself, partitions folded into one. */
function changesIn(inRun: readonly PlannedAsset[]): readonly (readonly [string, string[]])[] {
  const changes = new Map<string, Set<string>>()
  for (const { key, status, causes } of inRun)
    for (const cause of status === 'stale' ? causes : []) {
      if (cause.kind === 'dependencies') continue
      const words = causeWords(cause)
      changes.set(words, (changes.get(words) ?? new Set()).add(key))
    }
  return [...changes].map(([change, keys]) => [change, [...keys]])
}
