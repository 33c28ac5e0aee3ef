import { useMemo, useState } from 'react'
import { DataTable } from '../../ui/data-table'
import type { DataColumn } from '../../ui/data-table-props'
import { DownloadButton } from '../../ui/download-button'
import { formatCount } from '../../ui/number-format'
import { Region } from '../../ui/region'
import { SearchInput } from '../../ui/search-input'
import { type CsvContent, saveCsv } from '../save-csv'
import {
  groupByReason,
  leftOutStores,
  leftOutTitle,
  type LeftOutStore,
  type ReasonGroup,
  reasonWords,
  searchStores,
} from './left-out.model'
import classes from './reading-panel.module.css'

export type LeftOutStoresProps = { readonly file: CsvContent; readonly seq: number }

/** Stores by branch, category and reason, counted and one by one. */
export function LeftOutStores({ file, seq }: LeftOutStoresProps) {
  const [search, setSearch] = useState('')
  const stores = useMemo(() => leftOutStores(file), [file])
  const groups = useMemo(() => groupByReason(stores), [stores])
  const found = useMemo(() => searchStores(stores, search), [stores, search])
  return (
    <Region
      divided
      label="Stores left out"
      title={leftOutTitle(stores)}
      subtitle={`Of run ${seq}: stores without a cluster, and those with a flag.`}
      actions={
        <>
          <SearchInput label="Find a store left out" value={search} onChange={setSearch} />
          <DownloadButton
            size="xs"
            label="Download stores left out"
            onClick={() => saveCsv(['stores_left_out'], file)}
          >
            Download
          </DownloadButton>
        </>
      }
    >
      <div className={classes.beside}>
        <DataTable
          label="Stores left out by reason"
          columns={groupColumns}
          rows={groups}
          rowKey={({ key }) => key}
          empty="No store is left out."
        />
        <DataTable
          label="Stores left out"
          columns={storeColumns}
          rows={found}
          rowKey={({ key }) => key}
          height={360}
          empty={search === '' ? 'No store is left out.' : 'No store matches.'}
        />
      </div>
    </Region>
  )
}

const groupColumns: readonly DataColumn<ReasonGroup>[] = [
  {
    id: 'n',
    head: 'Stores',
    align: 'right',
    width: 64,
    value: ({ n }) => n,
    cell: ({ n }) => formatCount(n),
  },
  { id: 'branch', head: 'Branch', value: ({ branch }) => branch },
  { id: 'category', head: 'Category', value: ({ category }) => category },
  {
    id: 'reason',
    head: 'Reason',
    value: ({ reason }) => reason,
    cell: ({ reason }) => <span className={classes.reason}>{reason}</span>,
    tone: 'ink-2',
  },
]

const storeColumns: readonly DataColumn<LeftOutStore>[] = [
  { id: 'store', head: 'Store', value: ({ store }) => store, mono: true },
  { id: 'category', head: 'Category', value: ({ category }) => category },
  { id: 'branch', head: 'Branch', value: ({ branch }) => branch },
  { id: 'reason', head: 'Reason', value: ({ reason }) => reasonWords(reason), tone: 'ink-2' },
]
