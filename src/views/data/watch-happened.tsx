import type { WatchEvent } from '../../state/watch/watch-state'
import { timeOf } from '../watch-words'
import classes from './watch-region.module.css'
import { eventText } from './watch.model'

export type WatchHappenedProps = { readonly events: readonly WatchEvent[] }

/** What watching did, newest first. */
export function WatchHappened({ events }: WatchHappenedProps) {
  if (events.length === 0) return null
  return (
    <>
      <h3 className={classes.heading}>What happened</h3>
      <ol className={classes.happened} aria-label="What happened">
        {events.map((event, i) => (
          // oxlint-disable-next-line react/no-array-index-key -- an event is its place
          <li key={i}>
            <time dateTime={new Date(event.at).toISOString()}>{timeOf(event.at)}</time>
            <span>{eventText(event)}</span>
          </li>
        ))}
      </ol>
    </>
  )
}
