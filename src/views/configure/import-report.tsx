import { useActions, useApp } from '../../state/hooks'
import { Button } from '../../ui/controls'
import { DataTable } from '../../ui/data-table'
import type { DataColumn } from '../../ui/data-table-props'
import { Region } from '../../ui/region'
import { outcomeWords, type ReportRow, reportTitle, lineOf } from './import-report.model'
import classes from './configure-view.module.css'

const columns: readonly DataColumn<ReportRow>[] = [
  { id: 'path', head: 'Key of the file', value: ({ path }) => path, mono: true },
  {
    id: 'value',
    head: 'Value',
    value: ({ value }) => lineOf(value),
    cell: ({ value }) => <Short text={lineOf(value)} />,
    mono: true,
  },
  { id: 'outcome', head: 'What became of it', value: ({ outcome }) => outcomeWords[outcome] },
  {
    id: 'to',
    head: 'Setting here',
    value: ({ to }) => to?.join(', ') ?? '',
    cell: ({ to }) => <Short text={to?.join(', ') ?? ''} />,
    mono: true,
  },
  { id: 'note', head: 'Note', value: ({ note }) => note, tone: 'ink-2', width: 420 },
]

/** A long text is cut to its column; the pointer shows the whole of it. */
function Short({ text }: { readonly text: string }) {
  return (
    <span className={classes.short} title={text}>
      {text}
    </span>
  )
}

/** What became of each key of a configuration of the Python system, until it is closed. */
export function ImportReport() {
  const imported = useApp((state) => state.imported)
  const { dismissImport, undoImport } = useActions()
  if (imported === null || imported.report === null) return null
  const { name, report } = imported
  const { title, subtitle } = reportTitle(name, report)
  return (
    <div className={classes.report}>
      <Region
        title={title}
        subtitle={subtitle}
        actions={
          <>
            <Button size="xs" variant="default" onClick={undoImport}>
              Undo the import
            </Button>
            <Button size="xs" variant="default" onClick={dismissImport}>
              Close the report
            </Button>
          </>
        }
      >
        <DataTable
          label="Keys of the imported configuration"
          columns={columns}
          rows={report}
          rowKey={({ path }) => path}
          height={240}
        />
      </Region>
    </div>
  )
}
