import { useMemo, useState } from 'react'
import { IconX } from '@tabler/icons-react'
import { DataTable } from '../../ui/data-table'
import { DownloadButton } from '../../ui/download-button'
import { formatAmount } from '../../ui/number-format'
import { Region } from '../../ui/region'
import { SearchInput } from '../../ui/search-input'
import { saveCsv } from '../save-csv'
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
      subtitle={subtitleOf(scene, selected.size)}
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

function titleOf(n: number, { clusters }: Scene, { chosen, lasso }: Focus): string {
  const stores = formatAmount(n, 'store')
  if (lasso !== null) return `${stores} in the lasso`
  if (chosen.size === 0) return stores
  const names = clusters.flatMap(({ key, name }) => (chosen.has(key) ? [name] : []))
  return names.length === 1
    ? `${stores} in ${names[0] ?? ''}`
    : `${stores} in ${names.length} groups`
}

function subtitleOf({ clusters }: Scene, nSelected: number): string {
  const order = clusters.length < 2 ? 'by id' : 'Lowest margin first: these sit between two groups'
  return nSelected === 0 ? order : `${order}. ${formatAmount(nSelected, 'store')} selected`
}
