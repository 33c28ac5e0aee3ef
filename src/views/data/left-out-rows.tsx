import type { RawSales } from '../../assets/preprocessing/internal-raw-sales-data/spec'
import { useAsset } from '../../state/hooks'
import { internalRawSalesData } from '../../state/shown-assets'
import { DataTable } from '../../ui/data-table'
import type { DataColumn } from '../../ui/data-table-props'
import { DownloadButton } from '../../ui/download-button'
import { formatCount } from '../../ui/number-format'
import { Region } from '../../ui/region'
import { saveCsv } from '../save-csv'
import { StaleLine } from '../stale-line'
import { rejectedRowsCsv, rowReasons, type RowReason, rowsSentence } from './left-out.model'
import classes from './reading-panel.module.css'

type RejectedRow = RawSales['rejected'][number]

/** Rows of sales that are not used, by reason, with the first of them by address. */
export function LeftOutRows() {
  const asset = useAsset(internalRawSalesData, null)
  const { value, stale } = asset
  if (value === null) return null
  const listed = value.rejected.length
  return (
    <Region
      divided
      label="Sales rows left out"
      title={rowsSentence(value)}
      subtitle={
        listed === 0
          ? 'Every row names a store and a product, and has a readable value.'
          : `The first ${formatCount(listed)} rejected rows are listed; row 1 is the first below the header.`
      }
      actions={
        listed > 0 && (
          <DownloadButton
            size="xs"
            label="Download rejected rows"
            onClick={() => saveCsv(['rejected_rows'], rejectedRowsCsv(value))}
          >
            Download
          </DownloadButton>
        )
      }
    >
      {stale && <StaleLine asset={asset} />}
      <div className={classes.beside}>
        <DataTable
          label="Sales rows left out by reason"
          columns={reasonColumns}
          rows={rowReasons(value)}
          rowKey={({ key }) => key}
          empty="No row is left out."
        />
        <DataTable
          label="Rejected rows"
          columns={rowColumns}
          rows={value.rejected}
          rowKey={({ row }) => String(row)}
          height={360}
          empty="No row is rejected."
        />
      </div>
    </Region>
  )
}

const reasonColumns: readonly DataColumn<RowReason>[] = [
  { id: 'reason', head: 'Reason', value: ({ reason }) => reason },
  { id: 'n', head: 'Rows', align: 'right', value: ({ n }) => n, cell: ({ n }) => formatCount(n) },
]

const rowColumns: readonly DataColumn<RejectedRow>[] = [
  {
    id: 'row',
    head: 'Row',
    align: 'right',
    width: 80,
    value: ({ row }) => row,
    cell: ({ row }) => formatCount(row),
  },
  { id: 'reason', head: 'Reason', value: ({ reason }) => reason },
  { id: 'text', head: 'Text', value: ({ text }) => text, mono: true },
]
