import { useMemo } from 'react'
import { selectIsBusy } from '../../state/at-work'
import { useActions, useApp } from '../../state/hooks'
import { failedSelection, jobNames } from '../../state/plan/selections'
import { jobText } from '../plan-words'
import { MaterializeMenu } from './materialize-menu'

export type RunMenuProps = { readonly onShowPlan: () => void }

/** The named jobs and what failed last, each with its plan; any other selection through the plan. */
export function RunMenu({ onShowPlan }: RunMenuProps) {
  const newest = useApp((state) => state.runs[0])
  const isBusy = useApp(selectIsBusy)
  const { startRun } = useActions()
  const groups = useMemo(() => {
    const failed = newest === undefined ? null : failedSelection(newest)
    const jobs = jobNames.map((name) => ({ label: jobText(name), selection: name }))
    const again =
      failed === null || newest === undefined
        ? []
        : [
            {
              title: `Run ${newest.seq}`,
              choices: [{ label: 'What failed, and what it stopped', selection: failed }],
            },
          ]
    return [{ title: 'Jobs', choices: jobs }, ...again]
  }, [newest])
  return (
    <MaterializeMenu
      label="Materialize"
      size="sm"
      groups={groups}
      isBusy={isBusy}
      onRun={(selection) => void startRun(selection)}
      onShowPlan={onShowPlan}
    />
  )
}
