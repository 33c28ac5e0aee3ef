import type { DataColumn } from '../../ui/data-table-props'
import { DataTable } from '../../ui/data-table'
import { formatCount } from '../../ui/number-format'
import { Region } from '../../ui/region'
import classes from './export-view.module.css'

type CategoryRow = {
  readonly category: string
  readonly stores: number
  readonly clusters: number
  readonly moved: number
  readonly onlyInternal: number
  readonly onlyExternal: number
  readonly separate: number
  readonly excluded: number
}

export type ClusterSummaryProps = {
  readonly published: { readonly perCategory: readonly CategoryRow[] }
}

const count = (
  id: string,
  head: string,
  value: (row: CategoryRow) => number,
  hint: string,
): DataColumn<CategoryRow> => ({
  id,
  head,
  align: 'right',
  hint,
  value,
  cell: (row) => formatCount(value(row)),
})

const columns: readonly DataColumn<CategoryRow>[] = [
  { id: 'category', head: 'Category', value: ({ category }) => category },
  count('stores', 'Stores', ({ stores }) => stores, 'Stores with a merged cluster'),
  count(
    'clusters',
    'Clusters',
    ({ clusters }) => clusters,
    'Merged clusters after small ones were emptied',
  ),
  count(
    'moved',
    'Moved',
    ({ moved }) => moved,
    'Stores that left a cluster under the smallest size',
  ),
  count(
    'internal',
    'Internal only',
    ({ onlyInternal }) => onlyInternal,
    'Stores with an internal cluster and no external one',
  ),
  count(
    'external',
    'External only',
    ({ onlyExternal }) => onlyExternal,
    'Stores with an external cluster and no internal one',
  ),
]

/** Shown where there are any: the rest of the stores, so that all add up. */
const rare: readonly DataColumn<CategoryRow>[] = [
  count('separate', 'Separate', ({ separate }) => separate, 'Unusual stores in no cluster'),
  count('excluded', 'Left out', ({ excluded }) => excluded, 'Stores that an override leaves out'),
]

/** What the merged file holds, per category: stores in = stores out + listed. */
export function ClusterSummary({ published }: ClusterSummaryProps) {
  const { perCategory } = published
  const asked = rare.filter(({ value }) => perCategory.some((row) => value(row) !== 0))
  return (
    <Region
      title="Every store is accounted for"
      subtitle="Stores per category with a merged cluster, and those without one"
    >
      <div className={classes.table}>
        <DataTable
          label="Published categories"
          columns={[...columns, ...asked]}
          rows={perCategory}
          rowKey={({ category }) => category}
        />
      </div>
    </Region>
  )
}
