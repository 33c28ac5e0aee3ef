import { useMemo } from 'react'
import type { Source } from '../../runs/contract'
import { DataTable } from '../../ui/data-table'
import type { DataColumn } from '../../ui/data-table-props'
import classes from './catalogue-table.module.css'

export type PreviewTableProps = { readonly profile: Source['profile'] }

type PreviewRow = { readonly line: number; readonly cells: readonly string[] }

/** The first rows as text, before typing: what the guesses were made from. */
export function PreviewTable({ profile }: PreviewTableProps) {
  const columns = useMemo(
    () =>
      profile.columns.map(({ name, type }, place): DataColumn<PreviewRow> => ({
        id: `${place}`,
        head: name,
        align: type === 'number' ? 'right' : 'left',
        value: ({ cells }) => cells[place] ?? null,
        sortable: false,
        mono: true,
      })),
    [profile],
  )
  const rows = useMemo(() => profile.preview.map((cells, line) => ({ line, cells })), [profile])
  return (
    <div className={classes.table}>
      <DataTable
        label="First rows"
        columns={columns}
        rows={rows}
        rowKey={({ line }) => `${line}`}
      />
    </div>
  )
}
