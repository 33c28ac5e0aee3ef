import { useMemo } from 'react'
import { useActions, useApp } from '../../state/hooks'
import { selectComparedRun } from '../../state/compare/compared-run'
import { selectShownRun } from '../../state/selectors'
import type { RunRecord } from '../../runs/contract'
import { Answer } from '../../ui/answer'
import { Button } from '../../ui/controls'
import { Notice } from '../../ui/notice'
import { Skeleton } from '../../ui/skeleton'
import { runInWords } from '../run-words'
import { CompareActions } from './compare-actions'
import { CompareBody } from './compare-body'
import classes from './compare-view.module.css'
import { useComparison } from './use-comparison'

/** What changed between two runs? */
export function CompareView() {
  const shown = useApp(selectShownRun)
  const compared = useApp(selectComparedRun)
  if (shown === null || compared === null) return <NothingToCompare run={shown} />
  return <TwoRuns before={compared} after={shown} />
}

function TwoRuns({ before, after }: { readonly before: RunRecord; readonly after: RunRecord }) {
  const marks = useApp((state) => state.marks)
  const compared = useComparison(before, after)
  const words = useMemo(
    () => ({
      before: runInWords(before, marks.get(before.id)),
      after: runInWords(after, marks.get(after.id)),
    }),
    [before, after, marks],
  )
  if (compared.step === 'ready')
    return <CompareBody comparison={compared.comparison} words={words} />
  return (
    <>
      <Answer
        title={`Run ${after.seq} against ${words.before}`}
        actions={<CompareActions before={before} after={after} />}
      />
      <div className={classes.pad}>
        {compared.step === 'loading' ? (
          <Skeleton label="Comparing the two runs" />
        ) : (
          <Notice tone="fail" title={compared.failure.message} where={compared.failure.path}>
            {compared.failure.hint}
          </Notice>
        )}
      </div>
    </>
  )
}

/** Two runs are needed: what there is, and the way to a second one. */
function NothingToCompare({ run }: { readonly run: RunRecord | null }) {
  const { look } = useActions()
  return (
    <>
      <Answer title={run === null ? 'No run yet' : `Run ${run.seq} is the only run so far`} />
      <section className={classes.nothing} aria-label="What to do next">
        <h2>Compare needs two runs</h2>
        <p>
          {run === null
            ? 'Run the pipeline, change a setting or a file, and run it again.'
            : 'Change a setting or a file and run again. What differs, who moves and why is then said here.'}
        </p>
        <div className={classes.next}>
          <Button
            variant="filled"
            onClick={() => look({ screen: run === null ? 'data' : 'configure' })}
          >
            {run === null ? 'Go to the data' : 'Change a setting'}
          </Button>
          {run !== null && (
            <Button variant="subtle" onClick={() => look({ screen: 'data' })}>
              Change the files
            </Button>
          )}
        </div>
      </section>
    </>
  )
}
