import { useState } from 'react'
import type { ReadOptions, ReadOverrides } from '../../files/source-profile'
import type { Source } from '../../runs/contract'
import type { ReadChoices } from '../../state/sources/sources-slice'
import { NativeSelect } from '../../ui/controls'
import { ChoiceSelect } from './choice-select'
import {
  decimals,
  groups,
  signsOf,
  typeLabels,
  typeOptions,
  usedType,
  withSigns,
  withType,
} from './column-choices.model'
import { ColumnMissing } from './missing-means'
import { commonSign } from './reading.model'

export type NumberFieldsProps = {
  readonly source: Source
  readonly overrides: ReadOverrides
  readonly onOptions: (options: Partial<ReadChoices>) => void
}

/** Signs of numbers for the whole file, then type and signs of one column. */
export function NumberFields({ source, overrides, onOptions }: NumberFieldsProps) {
  const { profile } = source
  const names = [...new Set(profile.columns.map(({ name }) => name))]
  const [wanted, setWanted] = useState<string | null>(null)
  const column = wanted !== null && names.includes(wanted) ? wanted : (names[0] ?? '')
  return (
    <>
      <ChoiceSelect
        label="Decimal sign"
        value={overrides.decimal ?? commonSign(profile, 'decimal')}
        isChosen={overrides.decimal !== undefined}
        options={decimals}
        onChoose={(sign) => onOptions({ decimal: decimalOf(sign) })}
      />
      <ChoiceSelect
        label="Thousands sign"
        value={overrides.group ?? commonSign(profile, 'group')}
        isChosen={overrides.group !== undefined}
        options={groups}
        onChoose={(group) => onOptions({ group: group ?? undefined })}
      />
      <NativeSelect
        label="One column"
        size="xs"
        data={names.map((name) => ({ value: name, label: labelOf(name, overrides) }))}
        value={column}
        onChange={({ currentTarget }) => setWanted(currentTarget.value)}
      />
      <OneColumn column={column} source={source} overrides={overrides} onOptions={onOptions} />
    </>
  )
}

type OneColumnProps = NumberFieldsProps & { readonly column: string }

function OneColumn({ column, source, overrides, onOptions }: OneColumnProps) {
  const { profile } = source
  const chosen = overrides.types?.find((each) => each.column === column)
  const type = chosen?.type ?? usedType(source, column)
  const own = overrides.numberFormats?.find((each) => each.column === column)
  const signs = own ?? signsOf(profile.options, column)
  const setSigns = (change: Partial<ReadOptions['numberFormats'][number]> | null) =>
    onOptions({
      numberFormats: withSigns(
        overrides.numberFormats ?? [],
        change === null ? { column } : { ...signs, ...change, column },
      ),
    })
  return (
    <>
      <ChoiceSelect
        label={`Type of ${column}`}
        value={type}
        isChosen={chosen !== undefined}
        options={typeOptions}
        onChoose={(next) => onOptions({ types: withType(overrides.types ?? [], column, next) })}
      />
      {type === 'number' && (
        <>
          <ChoiceSelect
            label={`Decimal sign of ${column}`}
            value={signs.decimal}
            isChosen={own !== undefined}
            options={decimals}
            onChoose={(sign) => {
              const decimal = decimalOf(sign)
              setSigns(decimal === undefined ? null : { decimal })
            }}
          />
          <ChoiceSelect
            label={`Thousands sign of ${column}`}
            value={signs.group}
            isChosen={own !== undefined}
            options={groups}
            onChoose={(group) => setSigns(group === null ? null : { group })}
          />
          <ColumnMissing source={source} column={column} />
        </>
      )}
    </>
  )
}

function decimalOf(sign: string | null): '.' | ',' | undefined {
  return sign === '.' || sign === ',' ? sign : undefined
}

/** A column with a choice says so in the list. */
function labelOf(name: string, { types, numberFormats }: ReadOverrides): string {
  const type = types?.find(({ column }) => column === name)?.type
  if (type !== undefined) return `${name} (${typeLabels[type]}, chosen)`
  return numberFormats?.some(({ column }) => column === name) === true
    ? `${name} (signs chosen)`
    : name
}
