import { useMemo } from 'react'
import { useApp } from '../state/hooks'
import { faultsOf } from '../state/runs/run-faults'
import { selectShownRun } from '../state/selectors'
import { Notice } from '../ui/notice'
import { RunFaultBlock } from './run-fault'
import classes from './run-faults.module.css'

/** Why the run that is looked at failed, or could not start; nothing while another goes on. */
export function RunFaults() {
  const refused = useApp((state) => state.runFailure)
  const run = useApp(selectShownRun)
  const isRunning = useApp((state) => state.live !== null)
  const faults = useMemo(() => (run === null ? [] : faultsOf(run)), [run])
  if (isRunning || (refused === null && faults.length === 0)) return null
  return (
    <div className={classes.faults}>
      {refused !== null && (
        <Notice tone="fail" title={refused.message} where={refused.path}>
          {refused.hint}
        </Notice>
      )}
      {faults.map((fault) => (
        <RunFaultBlock key={`${fault.key} ${fault.failure.path}`} fault={fault} />
      ))}
    </div>
  )
}
