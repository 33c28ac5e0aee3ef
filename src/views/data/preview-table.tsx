import { useMemo } from 'react'
import type { Source } from '../../runs/contract'
import { DataTable } from '../../ui/data-table'
import type { DataColumn } from '../../ui/data-table-props'
import { formatCount } from '../../ui/number-format'
import classes from './catalogue-table.module.css'
import { seenProfile } from '../../state/sources/seen-profile'
import { typeLabels, usedType } from './column-choices.model'
import { PreviewCell } from './preview-cell'

export type PreviewTableProps = { readonly source: Source }

type PreviewRow = { readonly line: number; readonly cells: readonly string[] }

/** More columns than anyone looks at would keep the page from answering. */
const mostColumns = 60

/** The first rows as text, before typing: what the guesses were made from. */
export function PreviewTable({ source }: PreviewTableProps) {
  const profile = seenProfile(source)
  const columns = useMemo(() => previewColumns(source), [source])
  const rows = useMemo(() => profile.preview.map((cells, line) => ({ line, cells })), [profile])
  const nMore = profile.columns.length - mostColumns
  return (
    <div className={classes.table}>
      <DataTable
        label="First rows"
        columns={columns}
        rows={rows}
        rowKey={({ line }) => `${line}`}
        height={480}
      />
      {nMore > 0 && <p>And {formatCount(nMore)} more columns.</p>}
    </div>
  )
}

function previewColumns(source: Source): readonly DataColumn<PreviewRow>[] {
  const columns = seenProfile(source).columns.slice(0, mostColumns)
  return columns.map((column, place): DataColumn<PreviewRow> => {
    const type = usedType(source, column.name) ?? column.type
    const rejected = new Set(column.rejected.map(({ text }) => text))
    return {
      id: `${place}`,
      head: `${column.name}, ${typeLabels[type]}`,
      align: type === 'number' ? 'right' : 'left',
      value: ({ cells }) => cells[place] ?? null,
      cell: ({ cells }) => (
        <PreviewCell text={cells[place] ?? ''} isRejected={rejected.has(cells[place] ?? '')} />
      ),
      sortable: false,
      mono: true,
    }
  })
}
