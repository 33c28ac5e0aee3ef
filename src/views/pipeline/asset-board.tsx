import { useMemo } from 'react'
import { Button } from '../../ui/controls'
import { AssetList } from './asset-list'
import type { AssetTile } from './asset-tile.model'
import { GraphLegend } from './graph-legend'
import { GraphPanel } from './graph-panel'
import classes from './pipeline-view.module.css'

export type AssetBoardProps = {
  readonly tiles: readonly AssetTile[]
  readonly shape: 'graph' | 'list' | 'both'
  readonly selected: string | null
  /** Keys that the filter leaves; `null` where nothing is filtered. */
  readonly matching: ReadonlySet<string> | null
  readonly onSelect: (key: string) => void
  readonly onClearFilter: () => void
}

/** Every asset, drawn or listed, or both; the list has only what the filter leaves. */
export function AssetBoard(props: AssetBoardProps) {
  const { tiles, shape, selected, matching, onSelect } = props
  const listed = useMemo(
    () => (matching === null ? tiles : tiles.filter(({ key }) => matching.has(key))),
    [tiles, matching],
  )
  if (tiles.length === 0) return <div className={classes.board} />
  const list = (
    <div className={shape === 'both' ? classes.beside : classes.list}>
      {listed.length === 0 ? (
        <p className={classes.none}>
          No asset matches.{' '}
          <Button size="xs" variant="subtle" onClick={props.onClearFilter}>
            Clear
          </Button>
        </p>
      ) : (
        <AssetList
          tiles={listed}
          selected={selected}
          isNarrow={shape === 'both'}
          onSelect={onSelect}
        />
      )}
    </div>
  )
  if (shape === 'list') return <div className={classes.board}>{list}</div>
  return (
    <>
      {shape === 'both' && list}
      <div className={classes.board}>
        <div className={classes.graph}>
          <GraphPanel tiles={tiles} selected={selected} matching={matching} onSelect={onSelect} />
        </div>
        <GraphLegend />
      </div>
    </>
  )
}
