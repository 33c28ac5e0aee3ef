import type { FileStores, SharedStores } from '../../state/sources/id-joins'
import { DataTable } from '../../ui/data-table'
import type { DataColumn } from '../../ui/data-table-props'
import { DownloadButton } from '../../ui/download-button'
import { formatCount } from '../../ui/number-format'
import { Region } from '../../ui/region'
import { saveCsv } from '../save-csv'
import { sharedCsv, sharedTitle } from './join-report.model'

export type SharedStoresRegionProps = { readonly shared: SharedStores }

/** Several external files: which of them knows which stores. */
export function SharedStoresRegion({ shared }: SharedStoresRegionProps) {
  return (
    <Region
      divided
      label="External files"
      title={sharedTitle(shared)}
      subtitle="A store that a file lacks has empty cells in all of its columns."
      actions={
        <DownloadButton
          size="xs"
          label="Download stores that an external file lacks"
          onClick={() => saveCsv(['stores_of_external_files'], sharedCsv(shared))}
        >
          Download
        </DownloadButton>
      }
    >
      <DataTable
        label="Stores of the external files"
        columns={columns}
        rows={shared.files}
        rowKey={({ id }) => id}
      />
    </Region>
  )
}

const columns: readonly DataColumn<FileStores>[] = [
  { id: 'name', head: 'File', value: ({ name }) => name, mono: true },
  count('stores', 'Stores', ({ nStores }) => nStores),
  count('only-here', 'Only here', ({ onlyHere }) => onlyHere.length),
  count('lacking', 'Not here', ({ lacking }) => lacking.length),
]

function count(
  id: string,
  head: string,
  value: (file: FileStores) => number,
): DataColumn<FileStores> {
  return { id, head, align: 'right', value, cell: (file) => formatCount(value(file)) }
}
