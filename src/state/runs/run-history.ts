import type { RunRecord } from '../../runs/contract'
import type { AppState } from '../app-state'
import { remember } from '../remember'
import { changesBetween, type RunChanges } from './run-changes'

// Views know runs as types only.
export { noMark } from '../../runs/run-mark'

/** A kept run with what changed against the one before it; null for the first one. */
export type RunInHistory = { readonly run: RunRecord; readonly changes: RunChanges | null }

const historyOf = remember((runs: readonly RunRecord[]): readonly RunInHistory[] =>
  runs.map((run, i) => {
    const before = runs[i + 1]
    return { run, changes: before === undefined ? null : changesBetween(before, run) }
  }),
)

/** Every kept run, newest first. */
export function selectRunHistory(state: AppState): readonly RunInHistory[] {
  return historyOf(state.runs)
}
