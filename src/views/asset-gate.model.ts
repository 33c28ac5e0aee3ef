import type { AssetView } from '../state/hooks'
import type { RunChanges } from '../state/runs/run-changes'
import { listed } from '../ui/list-words'
import { causeWords } from './cause-words'
import { changedWords } from './run-words'

type Cause = AssetView<unknown>['causes'][number]

/** Why a result is stale: `Most clusters and need_states.csv changed`, else the kinds of causes. */
export function staleWords(causes: readonly Cause[], changes: RunChanges | null): string {
  const changed = changes === null ? null : changedWords(changes)
  if (changed !== null) return `${changed} changed`
  return listed(causeWords(causes)) || 'it was made from other files or settings'
}

/** Which of the states of the gate is drawn; an old value stays while there is one to read. */
export type GateState =
  | 'missing'
  | 'outdated'
  | 'loading'
  | 'running'
  | 'stale'
  | 'failed'
  | 'ready'

export function gateState({ status, activity, stale }: AssetView<unknown>): GateState {
  if (activity !== 'idle') return 'running'
  if (status === 'failure') return 'failed'
  if (status === 'missing' || status === 'outdated') return status
  if (status === 'loading') return 'loading'
  return stale ? 'stale' : 'ready'
}

/** What is shown is not what these files and settings would give: pictures lose their colour. */
export function isOld(asset: AssetView<unknown>): boolean {
  const state = gateState(asset)
  return state !== 'ready' && state !== 'loading'
}
