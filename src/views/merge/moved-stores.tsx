import { useMemo, useState } from 'react'
import type { ClusterReassignment } from '../../assets/merging/cluster-reassignment/spec'
import { Button } from '../../ui/controls'
import { DataTable } from '../../ui/data-table'
import { DownloadButton } from '../../ui/download-button'
import { formatAmount } from '../../ui/number-format'
import { Region } from '../../ui/region'
import { SearchInput } from '../../ui/search-input'
import { DecideStores } from '../decide-stores'
import { saveCsv } from '../save-csv'
import { movedStoresCsv } from './merge-csv'
import { movedStoreColumns } from './moved-store-columns'
import classes from './moved-stores.module.css'
import type { Pairs } from './pairs.model'
import { movedStoresOf, searchStores } from './rows.model'
import { type Decidable, useSelectedStores } from './use-decidable'

export type MovedStoresProps = {
  readonly reassigned: ClusterReassignment
  readonly pairs: Pairs
  readonly category: string | null
  readonly decidable: Decidable
}

/** Store by store: where from, where to, and how clear it was. */
export function MovedStores({ reassigned, pairs, category, decidable }: MovedStoresProps) {
  const [text, setText] = useState('')
  const stores = useMemo(() => movedStoresOf(reassigned), [reassigned])
  const columns = useMemo(() => movedStoreColumns(pairs), [pairs])
  const found = searchStores(stores, text)
  const { selected, pick } = useSelectedStores()
  const ids = stores.flatMap(({ storeId }) => (selected.has(storeId) ? [storeId] : []))
  return (
    <Region
      divided
      title={formatAmount(stores.length, 'moved store')}
      subtitle="Distance to the centre of the cluster before and after, in the merge space"
      actions={
        <>
          <SearchInput label="Store" value={text} onChange={setText} width={144} />
          <DownloadButton
            size="xs"
            label="Download moved stores as CSV"
            onClick={() => saveCsv(['moved_stores', category], movedStoresCsv(found))}
          >
            CSV
          </DownloadButton>
        </>
      }
    >
      {stores.length === 0 ? null : <DecideStores {...decidable} stores={ids} />}
      <div className={classes.table}>
        <DataTable
          label="Moved stores"
          columns={columns}
          rows={found}
          rowKey={({ storeId }) => storeId}
          selectedKeys={selected}
          onRowClick={({ storeId }) => pick(storeId)}
          sort={{ id: 'after', desc: true }}
          height={336}
          empty={
            stores.length === 0 ? (
              'No store left its cluster.'
            ) : (
              <>
                No store matches.{' '}
                <Button size="xs" variant="subtle" onClick={() => setText('')}>
                  Clear
                </Button>
              </>
            )
          }
        />
      </div>
    </Region>
  )
}
