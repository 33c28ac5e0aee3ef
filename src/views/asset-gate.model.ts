import type { AssetView } from '../state/hooks'
import type { RunChanges } from '../state/run-changes'
import { causeWords } from './cause-words'

type Cause = AssetView<unknown>['causes'][number]

const nNamed = 2

/** `Most clusters and need_states.csv changed`; null where settings and files are as they were. */
export function changesText({ settings, files }: RunChanges): string | null {
  const names = [...settings, ...files]
  if (names.length === 0) return null
  const more = names.length - nNamed
  const shown = names.slice(0, nNamed)
  if (more > 0) return `${shown.join(', ')} and ${more} more changed`
  return `${shown.join(' and ')} changed`
}

/** Why a result is stale, in words: `a setting changed and a file changed`. */
export function staleReason(causes: readonly Cause[]): string {
  const words = causeWords(causes)
  if (words.length === 0) return 'it was made from other files or settings'
  return words.join(' and ')
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
