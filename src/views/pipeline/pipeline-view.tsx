import { useCallback, useMemo, useState } from 'react'
import { selectIsBusy } from '../../state/at-work'
import { useActions, useApp } from '../../state/hooks'
import { selectNamedCauses } from '../../state/plan/stale-causes'
import { Answer } from '../../ui/answer'
import { ProgressSegments } from '../../ui/progress-segments'
import { Segments } from '../../ui/segments'
import { CancelRun } from '../cancel-run'
import { RunFaults } from '../run-faults'
import { AssetBoard } from './asset-board'
import { AssetDetails } from './asset-details'
import { type BoardFilter, isFiltering, matchingKeys, noFilter } from './board-filter.model'
import { BoardToolbar } from './board-toolbar'
import { ChecksBoard } from './checks-board'
import { LogBoard } from './log-board'
import { countsOf, segmentsOf } from './pipeline.model'
import classes from './pipeline-view.module.css'
import { PlanPanel } from './plan-panel'
import { RunMenu } from './run-menu'
import { useAnswer } from './use-answer'
import { useSideFocus } from './use-side-focus'
import { useTiles } from './use-tiles'

type Shape = 'graph' | 'list' | 'checks' | 'log'

const shapes = [
  { value: 'graph', label: 'Graph' },
  { value: 'list', label: 'List' },
  { value: 'checks', label: 'Checks' },
  { value: 'log', label: 'Log' },
] as const

/** What is happening, what is stale, and why. */
export function PipelineView() {
  const tiles = useTiles()
  const isRunning = useApp((state) => state.live !== null)
  const answer = useAnswer(tiles)
  const [shape, setShape] = useState<Shape>('graph')
  const [filter, setFilter] = useState<BoardFilter>(noFilter)
  const [isBeside, setBeside] = useState(false)
  const [planned, setPlanned] = useState<string | null>(null)
  const counts = countsOf(tiles)
  const causes = useApp(selectNamedCauses)
  const matching = useMemo(
    () => (isFiltering(filter) ? matchingKeys(tiles, filter, causes) : null),
    [tiles, filter, causes],
  )
  const { look } = useActions()
  const chosen = useApp((state) => state.view.asset)
  const select = (key: string) => {
    setPlanned(null)
    look({ asset: key })
  }
  const first = matching === null ? null : ([...matching][0] ?? null)
  const openFirst = useCallback(() => {
    if (first === null) return
    setPlanned(null)
    look({ asset: first })
  }, [first, look])
  const hasBoard = shape === 'graph' || shape === 'list'
  const beside = useMemo(
    () => (shape === 'graph' ? { isOn: isBeside, onChange: setBeside } : null),
    [shape, isBeside],
  )
  const actions = useMemo(
    () => (
      <>
        <Segments label="View" value={shape} options={shapes} onChange={setShape} />
        <RunMenu onShowPlan={() => setPlanned('full_pipeline_job')} />
        {isRunning && <CancelRun />}
      </>
    ),
    [shape, isRunning],
  )
  return (
    <div className={classes.screen}>
      <Answer title={answer.title} detail={answer.detail} actions={actions} />
      {isRunning && tiles.length > 0 && (
        <div className={classes.progress}>
          <ProgressSegments
            label="Assets fresh"
            text={`${counts.fresh} of ${counts.total} assets`}
            segments={segmentsOf(tiles)}
          />
        </div>
      )}
      <RunFaults />
      {hasBoard && tiles.length > 0 && (
        <BoardToolbar
          nTiles={tiles.length}
          causes={causes}
          filter={filter}
          nMatching={matching?.size ?? tiles.length}
          onFilter={setFilter}
          onOpenFirst={openFirst}
          beside={beside}
        />
      )}
      <div className={classes.body}>
        {hasBoard && (
          <AssetBoard
            tiles={tiles}
            shape={shape === 'graph' && isBeside ? 'both' : shape}
            selected={chosen}
            matching={matching}
            onSelect={select}
            onClearFilter={() => setFilter(noFilter)}
          />
        )}
        {shape === 'checks' && <ChecksBoard tiles={tiles} onSelect={select} />}
        {shape === 'log' && <LogBoard tiles={tiles} onSelect={select} />}
        <Side tiles={tiles} planned={planned} onPlan={setPlanned} onSelect={select} />
      </div>
    </div>
  )
}

type SideProps = {
  readonly tiles: ReturnType<typeof useTiles>
  readonly planned: string | null
  readonly onPlan: (selection: string | null) => void
  readonly onSelect: (key: string) => void
}

/** At the right: the plan of a selection, else the asset that is chosen. */
function Side({ tiles, planned, onPlan, onSelect }: SideProps) {
  const isBusy = useApp(selectIsBusy)
  const chosen = useApp((state) => state.view.asset)
  const { look, startRun } = useActions()
  const tile = tiles.find(({ key }) => key === chosen) ?? null
  const close = () => (planned === null ? look({ asset: null }) : onPlan(null))
  const side = useSideFocus(planned !== null || tile !== null, close)
  const run = (selection: string) => {
    // The button that was pressed cannot be pressed during the run, and would drop the focus.
    side.current?.focus()
    void startRun(selection)
  }
  if (planned === null && tile === null) return null
  return (
    <div className={classes.side} ref={side} tabIndex={-1}>
      {planned !== null ? (
        <PlanPanel
          selection={planned}
          isBusy={isBusy}
          onSelection={onPlan}
          onRun={run}
          onSelect={onSelect}
          onClose={close}
        />
      ) : tile === null ? null : (
        <AssetDetails
          key={tile.key}
          tile={tile}
          tiles={tiles}
          isBusy={isBusy}
          onMaterialize={run}
          onShowPlan={onPlan}
          onSelect={onSelect}
          onClose={close}
        />
      )}
    </div>
  )
}
