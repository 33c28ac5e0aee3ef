import type { RunRecord } from '../../runs/contract'
import type { AppState } from '../app-state'
import { selectShownRun } from '../selectors'

/**
 * The run that the shown one is compared with: the chosen one, else the baseline, else the run
 * before it, else the one after it. Null while there is only one run.
 */
export function selectComparedRun(state: AppState): RunRecord | null {
  const shown = selectShownRun(state)
  if (shown === null) return null
  const others = state.runs.filter(({ id }) => id !== shown.id)
  const chosen = others.find(({ id }) => id === state.view.comparedRunId)
  const baseline = others.find(({ id }) => state.marks.get(id)?.standing === 'baseline')
  const ended = others.filter(({ status }) => status !== 'canceled')
  const before = ended.find(({ seq }) => seq < shown.seq)
  return chosen ?? baseline ?? before ?? ended.at(-1) ?? null
}
