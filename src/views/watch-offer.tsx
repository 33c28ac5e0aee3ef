import { selectIsBusy } from '../state/at-work'
import { useActions, useApp } from '../state/hooks'
import { selectPlan } from '../state/plan/plan-selectors'
import { selectionFor, selectReadiness } from '../state/selectors'
import { Button } from '../ui/controls'
import { Notice } from '../ui/notice'
import classes from './watch-offer.module.css'
import { changedText, offerText } from './watch-words'

/** Files that changed on the disk and that no run has taken up: what a run would do. */
export function WatchOffer() {
  const { changed, wish } = useApp((state) => state.watch)
  const plan = useApp(selectPlan)
  const readiness = useApp(selectReadiness)
  const isRunning = useApp(selectIsBusy)
  const { startRun, dismissChanges } = useActions()
  const isWaiting = wish?.by === 'file'
  return (
    <div role="status">
      {changed.length > 0 && (
        <Notice
          tone="stale"
          action={
            <span className={classes.actions}>
              {!isWaiting && readiness.can !== 'none' && (
                <Button
                  size="xs"
                  disabled={isRunning}
                  onClick={() => void startRun(selectionFor(readiness))}
                >
                  Run
                </Button>
              )}
              <Button size="xs" variant="subtle" onClick={dismissChanges}>
                Not now
              </Button>
            </span>
          }
        >
          <b>{changedText(changed)}.</b> {offerText({ plan, readiness, isRunning, isWaiting })}
        </Notice>
      )}
    </div>
  )
}
