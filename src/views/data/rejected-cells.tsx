import { useMemo } from 'react'
import type { Source } from '../../runs/contract'
import { seenProfile } from '../../state/sources/seen-profile'
import { DataTable } from '../../ui/data-table'
import type { DataColumn } from '../../ui/data-table-props'
import { DownloadButton } from '../../ui/download-button'
import { formatCount } from '../../ui/number-format'
import { saveCsv } from '../save-csv'
import classes from './reading-panel.module.css'
import { rejectedCsv, type RejectedLine, rejectedLines, rejectedSentence } from './rejected.model'

export type RejectedCellsProps = { readonly source: Source }

/** Cells that could not be read, by address, to look up in the file or to hand to who made it. */
export function RejectedCells({ source }: RejectedCellsProps) {
  const { name } = source
  const profile = seenProfile(source)
  const lines = useMemo(() => rejectedLines(profile), [profile])
  return (
    <>
      <p className={classes.facts}>{rejectedSentence(profile)}</p>
      <DownloadButton size="xs" onClick={() => saveCsv(['rejected', name], rejectedCsv(profile))}>
        Download rejected cells
      </DownloadButton>
      <DataTable
        label="Rejected cells"
        columns={columns}
        rows={lines}
        rowKey={({ key }) => key}
        empty="Every cell could be read."
      />
    </>
  )
}

const columns: readonly DataColumn<RejectedLine>[] = [
  {
    id: 'line',
    head: 'Line',
    align: 'right',
    width: 80,
    value: ({ line }) => line,
    cell: ({ line }) => formatCount(line),
  },
  { id: 'column', head: 'Column', value: ({ column }) => column, mono: true },
  { id: 'text', head: 'Text', value: ({ text }) => text, mono: true },
]
