import { useMemo, useState } from 'react'
import { IconX } from '@tabler/icons-react'
import { DataTable } from '../../ui/data-table'
import { DownloadButton } from '../../ui/download-button'
import { formatAmount } from '../../ui/number-format'
import { Region } from '../../ui/region'
import { SearchInput } from '../../ui/search-input'
import { ClusterName } from '../cluster-name'
import { DecideStores } from '../decide-stores'
import { saveCsv } from '../save-csv'
import { decidableStores } from './decisions.model'
import type { Scene } from './scene.model'
import { storeColumns } from './store-columns'
import classes from './store-region.module.css'
import { filterStores, storeRows, storesCsv } from './stores.model'
import type { Focus } from './use-focus'

/** The stores behind the pictures; a row selects its store in all of them. */
export function StoreRegion({ scene, focus }: { readonly scene: Scene; readonly focus: Focus }) {
  const [query, setQuery] = useState('')
  const { chosen, lasso, selected } = focus
  const all = useMemo(() => storeRows(scene.placement, scene.clusters, scene.other), [scene])
  const rows = useMemo(
    () => filterStores(all, { query, chosen, lasso }),
    [all, query, chosen, lasso],
  )
  const columns = useMemo(() => storeColumns(scene), [scene])
  const isFiltered = chosen.size > 0 || lasso !== null || selected.size > 0
  const save = () => {
    const { branch, category } = scene
    const other = branch === 'external' ? 'internal' : 'external'
    saveCsv(['stores', branch, category], storesCsv(rows, other))
  }
  return (
    <Region
      divided
      title={titleOf(rows.length, scene, focus)}
      label="Stores"
      subtitle={subtitleOf(scene)}
      actions={
        <div className={classes.tools}>
          {isFiltered ? (
            <button type="button" className={classes.clear} onClick={focus.clear}>
              <IconX size={14} stroke={1.5} aria-hidden /> Clear
            </button>
          ) : null}
          <SearchInput label="Store id or cluster" value={query} onChange={setQuery} width={220} />
          <DownloadButton size="xs" label="Download these stores as CSV" onClick={save}>
            CSV
          </DownloadButton>
        </div>
      }
    >
      <DecideStores
        {...scene.decidable}
        stores={decidableStores(scene.decidable.storeIds, selected)}
      />
      <div className={lasso === null ? undefined : classes.lasso}>
        <DataTable
          label="Stores"
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          sort={{ id: 'margin', desc: false }}
          selectedKeys={selected}
          onRowClick={({ id }) => focus.pickStore(id)}
          rowTone={({ id }) => (lasso !== null && !selected.has(id) ? 'quiet' : undefined)}
          empty="No store matches"
        />
      </div>
    </Region>
  )
}

function titleOf(n: number, { clusters, decidable }: Scene, { chosen, lasso }: Focus) {
  const stores = formatAmount(n, 'store')
  if (lasso !== null) return `${stores} in the lasso`
  if (chosen.size === 0) return stores
  const [first, ...others] = clusters.filter(({ key }) => chosen.has(key))
  if (first === undefined || others.length > 0) return `${stores} in ${chosen.size} groups`
  return (
    <span className={classes.title}>
      {stores} in <ClusterName place={decidable.place} cluster={first} />
    </span>
  )
}

function subtitleOf({ clusters }: Scene): string {
  return clusters.length < 2 ? 'by id' : 'Lowest margin first: these sit between two groups'
}
