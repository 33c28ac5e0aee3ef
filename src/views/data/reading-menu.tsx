import { ActionIcon, MultiSelect, Popover, Select, Tooltip } from '../../ui/controls'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import type { SourceColumns } from '../../assets/source'
import type { ReadOptions, ReadOverrides } from '../../files/source-profile'
import type { Source } from '../../runs/contract'
import { needLabels, needsOfRole } from '../../state/sources/open-needs'
import { DialectFields } from './dialect-fields'
import classes from './reading-menu.module.css'

export type ReadingMenuProps = {
  readonly source: Source
  readonly onColumn: (need: keyof SourceColumns, name: string | null) => void
  readonly onOptions: (options: ReadOverrides) => void
}

/** Which column is what, and how bytes became cells: guessed, shown, changed here. */
export function ReadingMenu({ source, onColumn, onOptions }: ReadingMenuProps) {
  const { options, columns } = source.profile
  const names = [...new Set(columns.map(({ name }) => name))]
  return (
    <Popover position="bottom-end" width={280} trapFocus>
      <Popover.Target>
        <Tooltip label="How it is read">
          <ActionIcon variant="default" aria-label="How it is read">
            <IconAdjustmentsHorizontal size={14} stroke={1.5} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label="How it is read">
        <div className={classes.fields}>
          {needsOfRole[source.role].map(({ need, isNeeded }) => (
            <Select
              key={need}
              label={`${needLabels[need]} column`}
              placeholder={isNeeded ? 'Choose one' : 'None'}
              data={names}
              value={source.columns[need]}
              clearable={!isNeeded}
              searchable
              openOnFocus={false}
              comboboxProps={{ withinPortal: false }}
              onChange={(name) => onColumn(need, name)}
            />
          ))}
          <DialectFields options={options} onOptions={onOptions} />
          {types.map(({ type, label }) => (
            <MultiSelect
              key={type}
              label={label}
              placeholder={namesOfType(options, type).length === 0 ? 'As found' : ''}
              data={names}
              value={[...namesOfType(options, type)]}
              searchable
              comboboxProps={{ withinPortal: false }}
              onChange={(chosen) => onOptions({ types: withType(options, type, chosen) })}
            />
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

type ChosenType = ReadOptions['types'][number]['type']

const types: readonly { readonly type: ChosenType; readonly label: string }[] = [
  { type: 'text', label: 'Columns kept as text' },
  { type: 'number', label: 'Columns read as numbers' },
]

function namesOfType({ types: chosen }: ReadOptions, type: ChosenType): readonly string[] {
  return chosen.filter((each) => each.type === type).map(({ column }) => column)
}

/** The chosen types with exactly these columns of one type; a column has one type at most. */
function withType(
  { types: before }: ReadOptions,
  type: ChosenType,
  columns: readonly string[],
): ReadOptions['types'] {
  const others = before.filter((each) => each.type !== type && !columns.includes(each.column))
  return [...others, ...columns.map((column) => ({ column, type }))]
}
