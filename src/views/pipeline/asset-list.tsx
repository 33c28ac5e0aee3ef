import { type DataColumn } from '../../ui/data-table-props'
import { DataTable } from '../../ui/data-table'
import { formatDuration } from '../../ui/number-format'
import { StatusGlyph } from '../../ui/status-glyph'
import { type AssetTile, noteOf } from './asset-tile.model'
import classes from './asset-list.module.css'
import { titleOf } from './tile-name'

export type AssetListProps = {
  readonly tiles: readonly AssetTile[]
  readonly selected: string | null
  /** Beside the graph only the asset and its note have room. */
  readonly isNarrow?: boolean
  readonly onSelect: (key: string) => void
}

const asset: DataColumn<AssetTile> = {
  id: 'asset',
  head: 'Asset',
  value: titleOf,
  cell: (tile) => (
    <span className={classes.name}>
      <StatusGlyph status={tile.status} running={tile.activity === 'running'} />
      <span>{titleOf(tile)}</span>
    </span>
  ),
}

const time: DataColumn<AssetTile> = {
  id: 'time',
  head: 'Time',
  value: ({ partitions }) => partitions.reduce((sum, { ms }) => sum + (ms ?? 0), 0),
  cell: (tile) => noteOf(tile, formatDuration),
  align: 'right',
  descFirst: true,
}

const wide: readonly DataColumn<AssetTile>[] = [
  asset,
  { id: 'key', head: 'Key', value: ({ key }) => key, mono: true, tone: 'ink-2' },
  { id: 'group', head: 'Group', value: ({ group }) => group.replaceAll('_', ' '), tone: 'ink-2' },
  { id: 'status', head: 'Status', value: statusText, tone: 'ink-2' },
  {
    id: 'partitions',
    head: 'Partitions',
    value: ({ partitions }) => partitions.length,
    align: 'right',
  },
  {
    id: 'warnings',
    head: 'Checks that warn',
    value: (tile) => nWarnings(tile),
    align: 'right',
    descFirst: true,
  },
  time,
]

const narrow: readonly DataColumn<AssetTile>[] = [asset, time]

/** The same assets as the graph, as a table that sorts. */
export function AssetList({ tiles, selected, isNarrow = false, onSelect }: AssetListProps) {
  return (
    <DataTable
      label="Assets"
      columns={isNarrow ? narrow : wide}
      rows={tiles}
      rowKey={({ key }) => key}
      onRowClick={({ key }) => onSelect(key)}
      selectedKeys={new Set(selected === null ? [] : [selected])}
      empty="No asset matches the filter."
    />
  )
}

function statusText({ status, activity }: AssetTile): string {
  return activity === 'idle' ? status : `${status}, ${activity}`
}

function nWarnings({ partitions }: AssetTile): number {
  return partitions.flatMap(({ record }) => record?.checks ?? []).filter(({ passed }) => !passed)
    .length
}
