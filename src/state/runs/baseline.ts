import { baselineOf } from '../../runs/baseline-of'
import { completeFrom } from '../../runs/complete-from'
import type { Baseline, RunRecord } from '../../runs/contract'
import type { Marks } from '../../runs/with-mark'
import type { AppState } from '../app-state'
import { remember } from '../remember'

const markedRun = remember((runs: readonly RunRecord[], marks: Marks): Baseline | null => {
  const run = runs.find(({ id }) => marks.get(id)?.standing === 'baseline')
  return run === undefined ? null : baselineOf(completeFrom(run, runs))
})

/** The run whose cluster ids, names and colours are carried on; null where none is marked. */
export function selectBaseline(state: AppState): Baseline | null {
  return markedRun(state.runs, state.marks)
}
