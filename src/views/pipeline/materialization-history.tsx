import { useServices } from '../../state/hooks'
import type { Materialization } from '../../state/plan/materializations'
import { DataTable } from '../../ui/data-table'
import type { DataColumn } from '../../ui/data-table-props'
import { formatCount, formatDuration, formatWhen } from '../../ui/number-format'

const versionWords = { first: 'first', same: 'same', changed: 'changed', none: '' } as const

const columns: readonly DataColumn<Materialization>[] = [
  { id: 'run', head: 'Run', value: ({ run }) => run.seq, align: 'right' },
  { id: 'when', head: 'When', value: ({ run }) => run.startedAt, cell: WhenOf, tone: 'ink-2' },
  {
    id: 'how',
    head: 'How',
    value: ({ record }) => (record.status === 'success' ? howMade(record.cached) : record.status),
    tone: 'ink-2',
  },
  {
    id: 'time',
    head: 'Time',
    value: ({ record }) => record.ms,
    cell: ({ record }) => (record.cached ? '' : formatDuration(record.ms)),
    align: 'right',
  },
  {
    id: 'rows',
    head: 'Rows',
    value: ({ record }) => record.rows,
    cell: ({ record }) => (record.rows === null ? '' : formatCount(record.rows)),
    align: 'right',
  },
  { id: 'version', head: 'Version', value: ({ version }) => versionWords[version] },
]

function howMade(isCached: boolean): string {
  return isCached ? 'cached' : 'made'
}

function WhenOf({ run }: Materialization) {
  return <When iso={run.startedAt} />
}

function When({ iso }: { readonly iso: string }) {
  const { now } = useServices()
  return <>{formatWhen(iso, now())}</>
}

/** Every attempt at an asset, newest first. */
export function MaterializationHistory({
  attempts,
}: {
  readonly attempts: readonly Materialization[]
}) {
  return (
    <DataTable
      label="Materializations"
      columns={columns}
      rows={attempts}
      rowKey={({ run }) => run.id}
      empty="No run has been about this asset."
    />
  )
}
