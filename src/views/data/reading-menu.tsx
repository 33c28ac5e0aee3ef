import { ActionIcon, Popover, Select, Tooltip } from '../../ui/controls'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import type { SourceColumns } from '../../assets/spec'
import type { ReadOverrides } from '../../files/source-profile'
import type { Source } from '../../runs/contract'
import {
  delimiterName,
  delimiters,
  encodingName,
  encodings,
  needLabels,
  needsOfRole,
} from './files.model'
import css from './reading-menu.module.css'

export type ReadingMenuProps = {
  readonly source: Source
  readonly onColumn: (need: keyof SourceColumns, name: string | null) => void
  readonly onOptions: (options: ReadOverrides) => void
}

/** Which column is what, and how bytes became cells: guessed, shown, changed here. */
export function ReadingMenu({ source, onColumn, onOptions }: ReadingMenuProps) {
  const { options, columns } = source.profile
  const names = columns.map(({ name }) => name)
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
        <div className={css['fields']}>
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
          <Select
            label="Separator"
            data={withOwn(delimiters, options.delimiter).map((value) => ({
              value,
              label: delimiterName(value),
            }))}
            value={options.delimiter}
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
            onChange={(delimiter) => delimiter !== null && onOptions({ delimiter })}
          />
          <Select
            label="Encoding"
            data={withOwn(encodings, options.encoding).map((value) => ({
              value,
              label: encodingName(value),
            }))}
            value={options.encoding}
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
            onChange={(encoding) => encoding !== null && onOptions({ encoding })}
          />
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

/** The value in use is always among the choices. */
function withOwn(values: readonly string[], own: string): readonly string[] {
  return values.includes(own) ? values : [own, ...values]
}
