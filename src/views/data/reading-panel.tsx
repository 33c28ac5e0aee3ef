import type { Need } from '../../assets/source'
import type { ReadOverrides } from '../../files/source-profile'
import type { Source } from '../../runs/contract'
import { needLabels, needsOfRole } from '../../state/sources/open-needs'
import type { ReadChoices } from '../../state/sources/sources-slice'
import { Button, Select } from '../../ui/controls'
import { ChoiceSelect } from './choice-select'
import { DialectFields, TableFields } from './dialect-fields'
import { NumberFields } from './number-fields'
import classes from './reading-panel.module.css'

export type ReadingPanelProps = {
  readonly source: Source
  readonly overrides: ReadOverrides
  readonly onColumn: (need: Need, name: string | null) => void
  readonly onOptions: (options: Partial<ReadChoices>) => void
}

/** Which column is what, and how bytes became cells: guessed, shown, changed here. */
export function ReadingPanel({ source, overrides, onColumn, onOptions }: ReadingPanelProps) {
  const { options, sheets } = source.profile
  const fields = { options, overrides, onOptions }
  const chosen = Object.keys(overrides)
  return (
    <div className={classes.panel} role="group" aria-label="How this file is read">
      <Group title="Columns in use">
        <NeedFields source={source} onColumn={onColumn} />
      </Group>
      <Group title={options.format === 'text' ? 'From text to cells' : 'Where the table is'}>
        {sheets.length > 0 && (
          <ChoiceSelect
            label="Sheet"
            value={options.sheet}
            isChosen={overrides.sheet !== undefined}
            options={sheets.map((name) => ({ value: name, label: name }))}
            onChoose={(sheet) => onOptions({ sheet: sheet ?? undefined })}
          />
        )}
        {options.format === 'text' ? <DialectFields {...fields} /> : <TableFields {...fields} />}
      </Group>
      <Group title="From cells to values">
        <NumberFields source={source} overrides={overrides} onOptions={onOptions} />
      </Group>
      {chosen.length > 0 && (
        <Button
          size="xs"
          onClick={() =>
            onOptions(Object.fromEntries(chosen.map((name) => [name, undefined] as const)))
          }
        >
          Read all as guessed
        </Button>
      )}
    </div>
  )
}

function Group({
  title,
  children,
}: {
  readonly title: string
  readonly children: React.ReactNode
}) {
  return (
    <>
      <h3 className={classes.title}>{title}</h3>
      <div className={classes.fields}>{children}</div>
    </>
  )
}

function NeedFields({ source, onColumn }: Pick<ReadingPanelProps, 'source' | 'onColumn'>) {
  const names = [...new Set(source.profile.columns.map(({ name }) => name))]
  return needsOfRole[source.role].map(({ need, isNeeded }) => (
    <Select
      key={need}
      label={`${needLabels[need]} column`}
      placeholder={isNeeded ? 'Choose one' : 'None'}
      data={names}
      value={source.columns[need]}
      clearable={!isNeeded}
      searchable
      openOnFocus={false}
      onChange={(name) => onColumn(need, name)}
    />
  ))
}
