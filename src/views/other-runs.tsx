import { selectIsBusy } from '../state/at-work'
import { useActions, useApp, useServices } from '../state/hooks'
import type { InterruptedRun } from '../state/runs/interrupted-run'
import { Button } from '../ui/controls'
import { StatusGlyph } from '../ui/status-glyph'
import { showUndo } from '../ui/undo'
import { elsewhereWords, interruptedWords, type OtherRunWords } from './other-runs.model'
import classes from './other-runs.module.css'

/** Runs that are not on the screen: one that was interrupted, one of another tab. */
export function OtherRuns() {
  const interrupted = useApp((state) => state.interrupted)
  const elsewhere = useApp((state) => state.elsewhere)
  if (interrupted.length === 0 && elsewhere === null) return null
  return (
    <div className={classes.notices}>
      {elsewhere !== null && (
        <section className={classes.notice} aria-label="Run of another tab">
          <Words words={elsewhereWords(elsewhere)} running />
        </section>
      )}
      {interrupted.map((run) => (
        <Interrupted key={run.id} run={run} />
      ))}
    </div>
  )
}

function Interrupted({ run }: { readonly run: InterruptedRun }) {
  const { resumeRun, dismissInterrupted, putBackInterrupted } = useActions()
  const isBusy = useApp(selectIsBusy)
  const { now } = useServices()
  const dismiss = () =>
    void dismissInterrupted(run.id).then((isDone) => {
      if (isDone) showUndo('The interrupted run is dismissed', () => void putBackInterrupted(run))
    })
  return (
    <section className={classes.notice} aria-label="Interrupted run">
      <Words words={interruptedWords(run, now())} />
      <div className={classes.actions}>
        <Button
          size="xs"
          variant="default"
          disabled={isBusy}
          onClick={() => void resumeRun(run.id)}
        >
          Resume
        </Button>
        <Button size="xs" variant="subtle" onClick={dismiss}>
          Dismiss
        </Button>
      </div>
    </section>
  )
}

type WordsProps = { readonly words: OtherRunWords; readonly running?: boolean }

function Words({ words: { title, detail, waits }, running = false }: WordsProps) {
  return (
    <>
      <StatusGlyph status={running ? 'missing' : 'stale'} running={running} />
      <div className={classes.words}>
        <p className={classes.title}>{title}</p>
        <p>
          {detail} {waits}
        </p>
      </div>
    </>
  )
}
