import type { Difference } from '../runs/bundle/bundle'
import type { DataColumn } from '../ui/data-table-props'
import { DataTable } from '../ui/data-table'

const columns: readonly DataColumn<Difference>[] = [
  { id: 'where', head: 'Where', value: ({ where }) => where, mono: true },
  { id: 'what', head: 'What differs', value: ({ what }) => what },
  { id: 'bundle', head: 'In the bundle', value: ({ inBundle }) => inBundle, mono: true },
  { id: 'here', head: 'Made here', value: ({ here }) => here, mono: true },
]

/** Everything in which the run made anew is not the run of the bundle. */
export function BundleDifferences({
  differences,
}: {
  readonly differences: readonly Difference[]
}) {
  return (
    <DataTable
      label="Differences from the bundle"
      columns={columns}
      rows={differences}
      rowKey={({ where, what }) => `${where} ${what}`}
    />
  )
}
