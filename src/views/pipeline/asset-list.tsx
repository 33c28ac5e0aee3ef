import { type DataColumn } from '../../ui/data-table-props'
import { DataTable } from '../../ui/data-table'
import { formatDuration } from '../../ui/number-format'
import { StatusGlyph } from '../../ui/status-glyph'
import { titleOf } from './asset-details'
import { type AssetTile, noteOf } from './asset-tile.model'
import classes from './pipeline-view.module.css'

export type AssetListProps = {
  readonly tiles: readonly AssetTile[]
  readonly selected: string | null
  readonly onSelect: (key: string) => void
}

const columns: readonly DataColumn<AssetTile>[] = [
  {
    id: 'asset',
    head: 'Asset',
    value: titleOf,
    cell: (tile) => (
      <span className={classes.name}>
        <StatusGlyph status={tile.status} running={tile.activity === 'running'} /> {titleOf(tile)}
      </span>
    ),
  },
  { id: 'key', head: 'Key', value: ({ key }) => key, mono: true, tone: 'ink-2' },
  { id: 'group', head: 'Group', value: ({ group }) => group.replaceAll('_', ' '), tone: 'ink-2' },
  { id: 'status', head: 'Status', value: ({ status }) => status, tone: 'ink-2' },
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
  {
    id: 'time',
    head: 'Time',
    value: ({ partitions }) => partitions.reduce((sum, { ms }) => sum + (ms ?? 0), 0),
    cell: (tile) => noteOf(tile, formatDuration),
    align: 'right',
    descFirst: true,
  },
]

/** The same assets as the graph, as a table that sorts. */
export function AssetList({ tiles, selected, onSelect }: AssetListProps) {
  return (
    <DataTable
      label="Assets"
      columns={columns}
      rows={tiles}
      rowKey={({ key }) => key}
      onRowClick={({ key }) => onSelect(key)}
      selectedKeys={new Set(selected === null ? [] : [selected])}
    />
  )
}

function nWarnings({ partitions }: AssetTile): number {
  return partitions.flatMap(({ record }) => record?.checks ?? []).filter(({ passed }) => !passed)
    .length
}
