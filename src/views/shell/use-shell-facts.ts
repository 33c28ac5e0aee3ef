import { useMemo } from 'react'
import { useApp } from '../../state/hooks'
import { selectPlan, selectStale } from '../../state/plan-selectors'
import { selectProgress } from '../../state/progress'
import { faultsOf } from '../../state/run-faults'
import { selectReadiness, selectShownRun } from '../../state/selectors'
import { countChangedSettings, type ShellFacts } from './shell.model'

/** What rail and bar say, from the app state. */
export function useShellFacts(): ShellFacts {
  const readiness = useApp(selectReadiness)
  const progress = useApp(selectProgress)
  const runPlan = useApp(selectPlan)
  const nStale = useApp(selectStale).length
  const shownRun = useApp(selectShownRun)
  const run = useApp(
    (state) => state.runs.find(({ id }) => id === state.view.runId) ?? state.runs[0] ?? null,
  )
  const runFailure = useApp((state) => state.runFailure)
  const faults = useMemo(() => (run === null ? [] : faultsOf(run)), [run])
  const { job_params, internal, external, merging } = useApp((state) => state.configuration)
  return useMemo(
    () => ({
      readiness,
      progress,
      plan: runPlan.ok ? { nToRun: runPlan.nToRun, nStale, nTotal: runPlan.inRun.length } : null,
      run,
      shownRun,
      faults,
      runFailure,
      nChangedSettings: countChangedSettings([job_params, internal, external, merging]),
    }),
    [
      readiness,
      progress,
      runPlan,
      nStale,
      run,
      shownRun,
      faults,
      runFailure,
      job_params,
      internal,
      external,
      merging,
    ],
  )
}
