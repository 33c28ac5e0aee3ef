import { useState } from 'react'
import { useActions, useApp } from '../../state/hooks'
import { selectReadiness, selectShownRun } from '../../state/selectors'
import { Answer } from '../../ui/answer'
import { ProgressSegments } from '../../ui/progress-segments'
import { Segments } from '../../ui/segments'
import { CancelRun } from '../cancel-run'
import { lastRunOf } from '../last-run'
import { RunFaults } from '../run-faults'
import { AssetDetails } from './asset-details'
import { AssetBoard } from './asset-board'
import { countsOf, restingAnswer, runningAnswer, segmentsOf } from './pipeline.model'
import classes from './pipeline-view.module.css'
import { useElapsed } from './use-elapsed'
import { useTiles } from './use-tiles'

const views = [
  { value: 'graph', label: 'Graph' },
  { value: 'list', label: 'List' },
] as const

/** What is happening, what is stale, and why. */
export function PipelineView() {
  const tiles = useTiles()
  const live = useApp((state) => state.live)
  const last = useApp(selectShownRun)
  const newest = useApp((state) => state.runs[0])
  const readiness = useApp(selectReadiness)
  const missing = readiness.can === 'none' ? readiness.sentence : ''
  const chosen = useApp((state) => state.view.asset)
  const { look, startRun } = useActions()
  const [shape, setShape] = useState<'graph' | 'list'>('graph')
  const elapsed = useElapsed(live?.startedAt ?? null)
  const answer =
    live === null
      ? restingAnswer(tiles, { last: last === null ? null : lastRunOf(last), newest, missing })
      : runningAnswer(tiles, elapsed)
  const select = (key: string) => look({ asset: key })
  const tile = tiles.find(({ key }) => key === chosen) ?? null
  const counts = countsOf(tiles)
  return (
    <div className={classes.screen}>
      <Answer
        title={answer.title}
        detail={answer.detail}
        actions={
          <>
            <Segments label="View" value={shape} options={views} onChange={setShape} />
            {live !== null && <CancelRun />}
          </>
        }
      />
      {live === null || tiles.length === 0 ? null : (
        <div className={classes.progress}>
          <ProgressSegments
            label="Assets fresh"
            text={`${counts.fresh} of ${counts.total} assets`}
            segments={segmentsOf(tiles)}
          />
        </div>
      )}
      <RunFaults />
      <div className={classes.body}>
        <AssetBoard tiles={tiles} shape={shape} selected={chosen} onSelect={select} />
        {tile === null ? null : (
          <AssetDetails
            tile={tile}
            tiles={tiles}
            isBusy={live !== null}
            onMaterialize={(selection) => void startRun(selection)}
            onSelect={select}
            onClose={() => look({ asset: null })}
          />
        )}
      </div>
    </div>
  )
}
