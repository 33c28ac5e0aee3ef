import { useMemo } from 'react'
import { useApp } from '../../state/hooks'
import { selectShownRuns } from '../../state/selectors'
import classes from './asset-details.module.css'
import type { AssetTile } from './asset-tile.model'
import { LogLevelMark } from './log-level'
import { timeText } from './log.model'
import { useRunLog } from './use-run-log'

export type AssetLogProps = { readonly tile: AssetTile; readonly partition: string | null }

/** What the run that was last about the asset said of it, or the one under way says now. */
export function AssetLog({ tile, partition }: AssetLogProps) {
  const live = useApp((state) => state.live)
  const runs = useApp(selectShownRuns)
  const isAbout = ({ key, partition: of }: { key: string; partition: string | null }) =>
    key === tile.key && of === partition
  const run = runs.find(({ assets }) => assets.some(isAbout)) ?? null
  const runId = live?.id ?? run?.id ?? null
  const read = useRunLog(runId)
  const lines = useMemo(
    () =>
      read.status === 'success'
        ? read.log.filter(({ key, partition: of }) => key === tile.key && of === partition)
        : [],
    [read, tile.key, partition],
  )
  if (read.status === 'loading') return <p className={classes.why}>Reading the log.</p>
  if (read.status === 'failure')
    return (
      <p className={classes.failure}>
        {read.failure.message} <i>{read.failure.hint}</i>
      </p>
    )
  if (lines.length === 0)
    return (
      <p className={classes.why}>{run === null ? 'No run yet.' : 'The run said nothing of it.'}</p>
    )
  return (
    <>
      <p className={classes.why}>
        {live === null ? `Of run ${run?.seq ?? ''}` : 'Of the run under way'}
      </p>
      <ol className={classes.log}>
        {lines.map(({ at, level, message }, i) => (
          // oxlint-disable-next-line react/no-array-index-key -- a line is its place
          <li key={i}>
            <span className={classes.fact}>{timeText(at)}</span>
            <LogLevelMark level={level} />
            <span>{message}</span>
          </li>
        ))}
      </ol>
    </>
  )
}
