import { NativeSelect, Switch, TextInput } from '../../ui/controls'
import { useState } from 'react'
import { isAllowed, type Setting, type SettingCell } from '../../state/config/settings'
import classes from './configure-view.module.css'
import { readText, textOf, wordsOf } from './setting-text'

export type SettingFieldProps = {
  readonly setting: Setting
  readonly cell: SettingCell
  readonly label: string
  readonly onChange: (value: unknown) => void
}

/** The control that the schema of the parameter asks for. */
export function SettingField(props: SettingFieldProps) {
  const { setting, cell, label, onChange } = props
  const { control } = setting
  if (control.kind === 'switch')
    return (
      <Switch
        aria-label={label}
        checked={cell.value === true}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
    )
  if (control.kind === 'choice')
    return (
      <NativeSelect
        aria-label={label}
        size="xs"
        data={[...control.options]}
        value={String(cell.value)}
        onChange={({ currentTarget }) => onChange(readText(currentTarget.value, control, false))}
      />
    )
  // A new value from elsewhere (undo, reset) starts the field anew.
  return <TextField key={textOf(cell.value, control)} {...props} />
}

function TextField({ setting, cell, label, onChange }: SettingFieldProps) {
  const { control, nullable, name, expects } = setting
  const before = textOf(cell.value, control)
  const [text, setText] = useState(before)
  const value = readText(text, control, nullable)
  const isValid = isAllowed(cell.section, name, value)
  const commit = () => {
    if (isValid && text !== before) onChange(value)
  }
  return (
    <TextInput
      aria-label={label}
      size="xs"
      value={text}
      placeholder={wordsOf(cell.value, control)}
      error={isValid ? null : `Expected ${expects}.`}
      inputMode={control.kind === 'integer' ? 'numeric' : 'text'}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
      onBlur={commit}
      onKeyDown={({ key }) => {
        if (key === 'Enter') commit()
        if (key === 'Escape') setText(before)
      }}
      classNames={{ error: classes.error ?? '' }}
    />
  )
}
