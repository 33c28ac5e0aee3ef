import type { ReactNode } from 'react'
import { useActions, useApp } from '../state/hooks'
import { selectOptions, selectParam } from '../state/config/param-selectors'
import type { RunFault } from '../state/runs/run-faults'
import { selectCategories, selectionFor, selectReadiness } from '../state/selectors'
import { Button } from '../ui/controls'
import { Notice } from '../ui/notice'
import { ChangeSetting } from './change-setting'
import { RunButton } from './run-button'
import { faultText, faultTitle, wayOnOf } from './run-fault.model'

export type RunFaultBlockProps = {
  readonly fault: RunFault
  /** What else holds here: `The result below is from an earlier run.` */
  readonly children?: ReactNode
}

/** One cause of a failed run: what, where, what still worked, and the ways on as buttons. */
export function RunFaultBlock({ fault, children }: RunFaultBlockProps) {
  const { path } = fault.failure
  return (
    <Notice
      tone="fail"
      title={faultTitle(fault)}
      where={path}
      action={
        <>
          <ChangeSetting path={path} />
          <WayOnButtons fault={fault} />
          <OtherScreens />
        </>
      }
    >
      {faultText(fault)} {children}
    </Notice>
  )
}

function WayOnButtons({ fault }: { readonly fault: RunFault }) {
  const way = wayOnOf(fault)
  const changeAndRun = useChangeAndRun()
  const categories = useApp(selectCategories)
  const rule = useApp((state) => selectParam(state, fault.branch, 'duplicate_stores'))
  // The rule was chosen elsewhere since: then running is all that is left to do.
  if (way.kind === 'look' || (way.kind === 'duplicates' && rule !== 'refuse'))
    return <RunButton size="xs">Run again</RunButton>
  if (way.kind === 'duplicates')
    return selectOptions('duplicate_stores')
      .filter(({ value }) => value !== 'refuse')
      .map(({ value, label }) => (
        <Button
          key={value}
          size="xs"
          onClick={() => changeAndRun(way.branch, 'duplicate_stores', value)}
        >
          {label}
        </Button>
      ))
  const rest = categories.filter((category) => !way.categories.includes(category))
  const what = way.categories.length === 1 ? way.categories[0] : `these ${way.categories.length}`
  return (
    <Button size="xs" onClick={() => changeAndRun('job_params', 'categories', rest)}>
      {`Leave out ${what}`}
    </Button>
  )
}

/** Sets one parameter and runs what it makes stale; Configure shows it as changed. */
function useChangeAndRun() {
  const readiness = useApp(selectReadiness)
  const { setParam, startRun } = useActions()
  return (...change: Parameters<typeof setParam>) => {
    setParam(...change)
    void startRun(selectionFor(readiness))
  }
}

function OtherScreens() {
  const screen = useApp((state) => state.view.screen)
  const { look } = useActions()
  if (screen === 'data') return null
  return (
    <Button size="xs" variant="subtle" onClick={() => look({ screen: 'data' })}>
      Check the data
    </Button>
  )
}
