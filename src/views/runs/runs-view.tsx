import { useMemo, useRef } from 'react'
import { useActions, useApp, useServices } from '../../state/hooks'
import { selectRunHistory } from '../../state/runs/run-history'
import { selectShownRun } from '../../state/selectors'
import { Answer } from '../../ui/answer'
import { Button } from '../../ui/controls'
import { OtherRuns } from '../other-runs'
import { OpenBundle } from '../open-bundle'
import { BundleReport } from '../bundle-report'
import { Retention } from './retention'
import { RunItem } from './run-item'
import { keptText, runLines, runsTitle } from './runs.model'
import classes from './runs-view.module.css'

/** Which runs are kept, what each was, and what it stands for? */
export function RunsView() {
  const history = useApp(selectRunHistory)
  const marks = useApp((state) => state.marks)
  const usedBytes = useApp((state) => state.usedBytes)
  const isMemory = useApp((state) => state.storage === 'memory')
  const shown = useApp(selectShownRun)
  const { look } = useActions()
  const { now } = useServices()
  const body = useRef<HTMLDivElement>(null)
  const lines = useMemo(() => runLines(history, marks, now()), [history, marks, now])
  return (
    <>
      <Answer
        title={runsTitle(lines)}
        detail={keptText(usedBytes, isMemory)}
        actions={
          <>
            {lines.length > 1 && (
              <Button variant="default" onClick={() => look({ screen: 'compare' })}>
                Compare two runs
              </Button>
            )}
            <OpenBundle />
          </>
        }
      />
      <BundleReport />
      <OtherRuns />
      <div className={classes.body} ref={body} tabIndex={-1}>
        <ol className={classes.runs} aria-label="Runs, newest first">
          {lines.map((line) => (
            <RunItem
              key={line.run.id}
              line={line}
              isShown={line.run.id === shown?.id}
              onGone={() => body.current?.focus()}
            />
          ))}
        </ol>
        {lines.length === 0 && (
          <section className={classes.nothing} aria-label="What to do next">
            <h2>Nothing was run yet</h2>
            <p>Every run is listed here with what it was made of, and can be read again.</p>
            <Button variant="filled" onClick={() => look({ screen: 'data' })}>
              Go to the data
            </Button>
          </section>
        )}
        <Retention />
      </div>
    </>
  )
}
