import type { AssetView } from '../state/hooks'

type Cause = AssetView<unknown>['causes'][number]

const causeWords: Readonly<Record<Cause, string>> = {
  code: 'the method was improved',
  params: 'a setting changed',
  data: 'a file changed',
  dependencies: 'something upstream changed',
}

/** Why a result is stale, in words: `a setting changed and a file changed`. */
export function staleReason(causes: readonly Cause[]): string {
  const words = causes.map((cause) => causeWords[cause])
  if (words.length === 0) return 'it was made from other files or settings'
  return words.join(' and ')
}

/** Which of the five states of the gate is drawn; an old value stays in all but two of them. */
export type GateState = 'missing' | 'loading' | 'running' | 'stale' | 'failed' | 'ready'

export function gateState({ status, activity, stale }: AssetView<unknown>): GateState {
  if (activity !== 'idle') return 'running'
  if (status === 'failure') return 'failed'
  if (status === 'missing') return 'missing'
  if (status === 'loading') return 'loading'
  return stale ? 'stale' : 'ready'
}

/** What is shown is not what these files and settings would give: pictures lose their colour. */
export function isOld(asset: AssetView<unknown>): boolean {
  const state = gateState(asset)
  return state !== 'ready' && state !== 'loading'
}
