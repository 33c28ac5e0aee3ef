import { useApp, useServices } from '../../state/hooks'
import { Region } from '../../ui/region'
import { WatchFolder } from './watch-folder'
import { WatchHappened } from './watch-happened'
import classes from './watch-region.module.css'
import { WatchTimer } from './watch-timer'
import { watchSentence } from './watch.model'

/** Runs that nobody presses: when a file changes, or at a time. Only while the page is open. */
export function WatchRegion() {
  const watch = useApp((state) => state.watch)
  const { now } = useServices()
  return (
    <Region title="Watch and schedule" subtitle={watchSentence(watch, now())} divided>
      <div className={classes.columns}>
        <WatchFolder />
        <div className={classes.side}>
          <WatchTimer />
          <WatchHappened events={watch.happened} />
        </div>
      </div>
      <p className={classes.limit}>
        Nothing runs once this page is closed, and a tab in the background may be a minute late. The
        command line needs no page:{' '}
        <code>npm run -s pipeline -- run full_pipeline_job --watch</code>
      </p>
    </Region>
  )
}
