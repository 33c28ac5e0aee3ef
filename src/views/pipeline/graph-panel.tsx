import { useMemo } from 'react'
import { AssetGraph } from '../../ui/charts/asset-graph'
import type { Bar } from '../../ui/charts/asset-tile-face'
import { formatDuration } from '../../ui/number-format'
import { titleOf } from './asset-details'
import { type AssetTile, noteOf, type PartitionTile } from './asset-tile.model'
import { layoutGraph } from './graph-layout'

export type GraphPanelProps = {
  readonly tiles: readonly AssetTile[]
  readonly selected: string | null
  readonly onSelect: (key: string) => void
}

/** The board drawn: places depend on which assets there are, never on their state. */
export function GraphPanel({ tiles, selected, onSelect }: GraphPanelProps) {
  const shape = tiles.map(({ key }) => key).join(' ')
  // The shape names everything that the places depend on; tiles change with every event of a run.
  // oxlint-disable-next-line react/exhaustive-deps
  const layout = useMemo(() => layoutGraph(tiles), [shape])
  const byKey = new Map(tiles.map((tile) => [tile.key, tile]))
  const faces = layout.tiles.flatMap(({ tile: { key }, x, y, width }) => {
    const tile = byKey.get(key)
    if (tile === undefined) return []
    const face = faceOf(tile, key === selected)
    return [{ id: key, x, y, width, ...face }]
  })
  const wires = layout.wires.map(({ from, to, path }) => ({
    id: `${from} ${to}`,
    path,
    isActive: from === selected || to === selected || byKey.get(to)?.activity === 'running',
  }))
  return (
    <AssetGraph
      label="Asset graph"
      tiles={faces}
      wires={wires}
      captions={layout.captions}
      width={layout.width}
      height={layout.height}
      onSelect={onSelect}
    />
  )
}

function faceOf(tile: AssetTile, isSelected: boolean) {
  return {
    name: titleOf(tile),
    label: tile.label,
    description: `${tile.status}${tile.activity === 'idle' ? '' : `, ${tile.activity}`}. ${tile.description}`,
    status: tile.status,
    activity: tile.activity,
    bars: tile.partitions.map(barOf),
    note: noteOf(tile, formatDuration),
    hasWarning: tile.hasWarning,
    isSelected,
  }
}

function barOf({ status, activity, isCached }: PartitionTile): Bar {
  if (activity !== 'idle') return activity
  if (status !== 'fresh') return status
  return isCached ? 'cached' : 'done'
}
