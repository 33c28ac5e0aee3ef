import { useMemo, useState } from 'react'
import type { ClusterReassignment } from '../../assets/merging/cluster-reassignment/spec'
import type { DataColumn } from '../../ui/data-table-props'
import { Chip } from '../../ui/chip'
import { DataTable } from '../../ui/data-table'
import { DownloadButton } from '../../ui/download-button'
import { formatAmount, formatNumber } from '../../ui/number-format'
import { Region } from '../../ui/region'
import { SearchInput } from '../../ui/search-input'
import { DecideStores } from '../decide-stores'
import { saveCsv } from '../save-csv'
import { type FinalStore, finalStoresOf } from './decidable.model'
import { finalStoresCsv } from './merge-csv'
import { MergedToken } from './merged-token'
import type { Pairs } from './pairs.model'
import { searchStores } from './rows.model'
import { type Decidable, useSelectedStores } from './use-decidable'

export type FinalStoresProps = {
  readonly reassigned: ClusterReassignment
  readonly pairs: Pairs
  readonly category: string | null
  /** Label of the cluster that was chosen above; null: the stores of all. */
  readonly chosen: string | null
  readonly decidable: Decidable
}

/** The stores behind the final clusters, to look for one and to decide where it belongs. */
export function FinalStores({ reassigned, pairs, category, chosen, decidable }: FinalStoresProps) {
  const [text, setText] = useState('')
  const { selected, pick } = useSelectedStores()
  const stores = useMemo(() => finalStoresOf(reassigned, chosen), [reassigned, chosen])
  const found = useMemo(() => searchStores(stores, text), [stores, text])
  const columns = useMemo(() => storeColumns(pairs), [pairs])
  const ids = stores.flatMap(({ storeId }) => (selected.has(storeId) ? [storeId] : []))
  const where = chosen === null ? 'in the final clusters' : `in ${chosen.replaceAll('_', '|')}`
  return (
    <Region
      divided
      label="Stores of the final clusters"
      title={`${formatAmount(found.length, 'store')} ${where}`}
      subtitle={
        chosen === null
          ? 'Choose a cluster above to see only its stores'
          : 'Distance to the centre of the cluster, in the merge space'
      }
      actions={
        <>
          <SearchInput label="Store id" value={text} onChange={setText} width={144} />
          <DownloadButton
            size="xs"
            label="Download the stores of the final clusters as CSV"
            onClick={() => saveCsv(['final_stores', category, chosen], finalStoresCsv(found))}
          >
            CSV
          </DownloadButton>
        </>
      }
    >
      <DecideStores {...decidable} stores={ids} />
      <DataTable
        label="Stores"
        columns={columns}
        rows={found}
        rowKey={({ storeId }) => storeId}
        selectedKeys={selected}
        onRowClick={({ storeId }) => pick(storeId)}
        height={336}
        empty="No store matches"
      />
    </Region>
  )
}

function storeColumns(pairs: Pairs): readonly DataColumn<FinalStore>[] {
  const distance = (
    id: string,
    head: string,
    of: (store: FinalStore) => number,
  ): DataColumn<FinalStore> => ({
    id,
    head,
    align: 'right',
    descFirst: true,
    value: of,
    cell: (store) => formatNumber(of(store), 2),
  })
  return [
    { id: 'store', head: 'Store', mono: true, value: ({ storeId }) => storeId },
    {
      id: 'cluster',
      head: 'Cluster',
      value: ({ cluster }) => cluster,
      cell: ({ cluster }) => <MergedToken label={cluster} pairs={pairs} />,
    },
    {
      id: 'moved',
      head: 'Moved from',
      value: ({ movedFrom }) => movedFrom,
      cell: ({ movedFrom }) =>
        movedFrom === '' ? '' : <MergedToken label={movedFrom} pairs={pairs} />,
    },
    distance('distance', 'Distance', (store) => store.distance),
    {
      id: 'runner-up',
      head: 'Runner-up',
      value: ({ runnerUp }) => runnerUp,
      cell: ({ runnerUp }) =>
        runnerUp === '' ? '' : <MergedToken label={runnerUp} pairs={pairs} />,
    },
    distance('next', 'Distance to it', (store) => store.runnerUpDistance),
    {
      id: 'locked',
      head: 'Decided',
      value: ({ isLocked }) => (isLocked ? 'locked' : ''),
      cell: ({ isLocked }) => (isLocked ? <Chip>locked</Chip> : ''),
    },
  ]
}
