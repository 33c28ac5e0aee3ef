import type { CatalogueRow } from '../../state/sources/catalogue'
import { DataTable } from '../../ui/data-table'
import type { DataColumn } from '../../ui/data-table-props'
import { Histogram } from '../../ui/histogram'
import { CatalogueNote } from './catalogue-note'
import type { CatalogueLine } from './catalogue.model'
import classes from './catalogue-table.module.css'
import { UseMark } from './use-mark'

export type CatalogueTableProps = {
  readonly lines: readonly CatalogueLine[]
  readonly onToggle: (row: CatalogueRow) => void
  readonly onRejected: () => void
}

export function CatalogueTable({ lines, onToggle, onRejected }: CatalogueTableProps) {
  return (
    <div className={classes.table}>
      <DataTable
        label="Column catalogue"
        columns={columnsWith(onToggle, onRejected)}
        rows={lines}
        rowKey={({ name }) => name}
        rowHeight={32}
        rowTone={({ row }) =>
          row.isFeature || !row.canChange || row.use !== 'left_out' ? undefined : 'quiet'
        }
        empty="No column matches."
      />
    </div>
  )
}

function columnsWith(
  onToggle: CatalogueTableProps['onToggle'],
  onRejected: CatalogueTableProps['onRejected'],
): readonly DataColumn<CatalogueLine>[] {
  return [
    {
      id: 'use-mark',
      head: 'Feature',
      quietHead: true,
      width: 28,
      value: ({ row }) => row.isFeature,
      cell: (line) => <UseMark line={line} onToggle={onToggle} />,
    },
    {
      id: 'name',
      head: 'Column',
      value: ({ name }) => name,
      cell: ({ name }) => (
        <span className={classes.name} title={name}>
          {name}
        </span>
      ),
    },
    { id: 'use', head: 'Use', value: ({ use }) => use, tone: 'ink-2' },
    { id: 'type', head: 'Type', value: ({ type }) => type, tone: 'ink-3' },
    {
      id: 'missing',
      head: 'Missing',
      align: 'right',
      value: ({ row }) => row.column.nMissing,
      cell: ({ missing, hasMissing }) => (
        <span className={hasMissing ? undefined : classes.none}>{missing}</span>
      ),
    },
    {
      id: 'distinct',
      head: 'Distinct',
      align: 'right',
      value: ({ row }) => row.column.nDistinct,
      cell: ({ distinct }) => distinct,
    },
    {
      id: 'min',
      head: 'Min',
      align: 'right',
      value: ({ row }) => row.column.range?.min ?? null,
      cell: ({ min }) => min,
    },
    {
      id: 'median',
      head: 'Median',
      align: 'right',
      value: ({ row }) => row.column.range?.median ?? null,
      cell: ({ median }) => median,
    },
    {
      id: 'max',
      head: 'Max',
      align: 'right',
      value: ({ row }) => row.column.range?.max ?? null,
      cell: ({ max }) => max,
    },
    {
      id: 'spread',
      head: 'Spread',
      sortable: false,
      value: () => null,
      cell: ({ histogram, name }) => (
        <span className={classes.spread}>
          <Histogram counts={histogram} label={`Spread of ${name}`} />
        </span>
      ),
    },
    {
      id: 'note',
      head: 'Note',
      value: ({ note }) => note,
      cell: (line) => <CatalogueNote line={line} onRejected={onRejected} />,
    },
  ]
}
