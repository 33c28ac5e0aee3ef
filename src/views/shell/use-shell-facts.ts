import { useMemo } from 'react'
import { useApp, useAppLater } from '../../state/hooks'
import { resumesAtMost } from '../../state/runs/interrupted-run'
import { selectPlan, selectStale } from '../../state/plan/plan-selectors'
import { selectProgress } from '../../state/runs/progress'
import { faultsOf } from '../../state/runs/run-faults'
import { selectReadiness, selectWholeRun } from '../../state/selectors'
import { selectRefusal } from '../../state/config/draft-faults'
import { selectNChangedSettings } from '../../state/config/settings'
import type { ShellFacts } from './shell.model'

/** What rail and bar say, from the app state. */
export function useShellFacts(): ShellFacts {
  const readiness = useApp(selectReadiness)
  const progress = useAppLater(selectProgress)
  const runPlan = useApp(selectPlan)
  const nStale = useApp(selectStale).length
  const shownRun = useApp(selectWholeRun)
  const run = useApp(
    (state) => state.runs.find(({ id }) => id === state.view.runId) ?? state.runs[0] ?? null,
  )
  const runFailure = useApp(selectRefusal)
  const faults = useMemo(() => (run === null ? [] : faultsOf(run)), [run])
  const nChangedSettings = useApp(selectNChangedSettings)
  const nResumes = useApp(({ live }) => live?.nResumes ?? 0)
  const why = useApp((state) => state.why)
  const elsewhere = useApp((state) => state.elsewhere)
  return useMemo(
    () => ({
      readiness,
      progress,
      plan: runPlan.ok ? { nToRun: runPlan.nToRun, nStale, nTotal: runPlan.inRun.length } : null,
      run,
      shownRun,
      faults,
      runFailure,
      nChangedSettings,
      resumed: { n: nResumes, atMost: resumesAtMost },
      testing: why?.step === 'testing' ? why : null,
      elsewhere,
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
      nChangedSettings,
      nResumes,
      why,
      elsewhere,
    ],
  )
}
