import { useMemo } from 'react'
import { selectContradictions, selectRefusal } from '../state/config/draft-faults'
import { useApp } from '../state/hooks'
import { faultsOf } from '../state/runs/run-faults'
import { selectShownRun } from '../state/selectors'
import { Notice } from '../ui/notice'
import { ChangeSetting } from './change-setting'
import { RunFaultBlock } from './run-fault'
import classes from './run-faults.module.css'

/** Why the run that is looked at failed, or could not start; nothing while another goes on. */
export function RunFaults() {
  const [contradiction] = useApp(selectContradictions)
  const refusal = useApp(selectRefusal)
  // Settings that do not go together are told before a run is tried.
  const refused = contradiction ?? refusal
  const run = useApp(selectShownRun)
  const isRunning = useApp((state) => state.live !== null)
  const faults = useMemo(() => (run === null ? [] : faultsOf(run)), [run])
  if (isRunning || (refused === null && faults.length === 0)) return null
  return (
    <div className={classes.faults}>
      {refused !== null && (
        <Notice
          tone="fail"
          title={refused.message}
          where={refused.path}
          action={<ChangeSetting path={refused.path} />}
        >
          {refused.hint}
        </Notice>
      )}
      {faults.map((fault) => (
        <RunFaultBlock key={`${fault.key} ${fault.failure.path}`} fault={fault} />
      ))}
    </div>
  )
}
