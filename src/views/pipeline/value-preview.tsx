import { useMemo, useState } from 'react'
import type { PlannedAsset } from '../../runs/plan'
import { useApp, useAsset } from '../../state/hooks'
import { selectAssetState } from '../../state/plan/asset-state'
import { Button, NativeSelect } from '../../ui/controls'
import { formatAmount } from '../../ui/number-format'
import { Skeleton } from '../../ui/skeleton'
import classes from './asset-details.module.css'
import { cellText } from './preview-cells'
import { PreviewTableView } from './preview-table'
import { previewOf, type ValuePreview } from './value-preview.model'

export type ValuePanelProps = Pick<PlannedAsset, 'spec'> & { readonly partition: string | null }

/** Rows above which a value is read only when asked for: it takes a moment. */
const manyRows = 200_000

/** The value of one category: read when it is looked at, shown by its first rows. */
export function ValuePanel({ spec, partition }: ValuePanelProps) {
  const made = useApp((state) => selectAssetState(state, spec.key, partition).made)
  const [asked, setAsked] = useState<string | null>(null)
  const rows = made?.rows ?? 0
  if (made === null || made.dataVersion === null)
    return <p className={classes.why}>No value yet. It appears here after a run.</p>
  if (rows > manyRows && asked !== made.dataVersion)
    return (
      <p className={classes.why}>
        {formatAmount(rows, 'row')}.{' '}
        <Button size="xs" onClick={() => setAsked(made.dataVersion)}>
          Read the value
        </Button>
      </p>
    )
  return <ReadValue key={made.dataVersion} spec={spec} partition={partition} />
}

function ReadValue({ spec, partition }: ValuePanelProps) {
  const { value, status, failure } = useAsset<unknown>(spec, partition)
  const preview = useMemo(() => previewOf(value), [value])
  if (value === null && status === 'loading') return <Skeleton label="Reading the value" />
  if (value === null)
    return (
      <p className={classes.failure}>
        {failure?.message} <i>{failure?.hint}</i>
      </p>
    )
  return <Preview preview={preview} />
}

/** One part at a time: the figures are few and stand above. */
function Preview({ preview: { tables, facts } }: { readonly preview: ValuePreview }) {
  const [chosen, setChosen] = useState<string | null>(null)
  const table = tables.find(({ title }) => title === chosen) ?? tables[0]
  if (table === undefined && facts.length === 0)
    return <p className={classes.why}>This value has no rows or figures to show.</p>
  return (
    <>
      {tables.length > 1 && (
        <NativeSelect
          size="xs"
          label="Part"
          value={table?.title ?? ''}
          data={tables.map(({ title }) => title)}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
      )}
      {table !== undefined && <PreviewTableView key={table.title} table={table} />}
      {facts.length > 0 && (
        <dl className={classes.facts}>
          {facts.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{cellText(value)}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}
