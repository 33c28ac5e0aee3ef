import { AssetList } from './asset-list'
import type { AssetTile } from './asset-tile.model'
import { GraphLegend } from './graph-legend'
import { GraphPanel } from './graph-panel'
import classes from './pipeline-view.module.css'

export type AssetBoardProps = {
  readonly tiles: readonly AssetTile[]
  readonly shape: 'graph' | 'list'
  readonly selected: string | null
  readonly onSelect: (key: string) => void
}

/** Every asset, drawn or listed. */
export function AssetBoard({ tiles, shape, selected, onSelect }: AssetBoardProps) {
  if (tiles.length === 0) return <div className={classes.board} />
  if (shape === 'list')
    return (
      <div className={classes.board}>
        <div className={classes.list}>
          <AssetList tiles={tiles} selected={selected} onSelect={onSelect} />
        </div>
      </div>
    )
  return (
    <div className={classes.board}>
      <div className={classes.graph}>
        <GraphPanel tiles={tiles} selected={selected} onSelect={onSelect} />
      </div>
      <GraphLegend />
    </div>
  )
}
