import { ActionIcon } from '../../ui/controls'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useState } from 'react'
import type { Setting, SettingCell } from '../../state/settings'
import classes from './configure-view.module.css'
import { SettingField } from './setting-field'
import { wordsOf } from './setting-text'

export type SettingRowProps = {
  readonly setting: Setting
  readonly onChange: (section: SettingCell['section'], name: string, value: unknown) => void
  readonly onReset: (setting: Setting) => void
}

/** One parameter: for both branches, and over that for one of them. */
export function SettingRow({ setting, onChange, onReset }: SettingRowProps) {
  const { name, label, help, main, internal, external } = setting
  const set = (cell: SettingCell) => (value: unknown) => onChange(cell.section, name, value)
  return (
    <div className={classes.row} data-changed={setting.isChanged || undefined}>
      <div className={classes.words} title={help}>
        <span className={classes.label}>{label}</span>
        <code className={classes.name}>{name}</code>
      </div>
      <div data-own={main.isOwn || undefined}>
        <SettingField
          setting={setting}
          cell={main}
          label={`${label} (${name})`}
          onChange={set(main)}
        />
      </div>
      <BranchCell setting={setting} cell={internal} branch="internal" onChange={set} />
      <BranchCell setting={setting} cell={external} branch="external" onChange={set} />
      {setting.isChanged ? (
        <span className={classes.reset}>
          <ActionIcon aria-label={`Reset ${label}`} onClick={() => onReset(setting)}>
            <IconArrowBackUp size={16} aria-hidden />
          </ActionIcon>
          {wordsOf(setting.presetValue, setting.control)}
        </span>
      ) : (
        <span />
      )}
    </div>
  )
}

type BranchCellProps = {
  readonly setting: Setting
  readonly cell: SettingCell | null
  readonly branch: 'internal' | 'external'
  readonly onChange: (cell: SettingCell) => (value: unknown) => void
}

/** An inherited value is plain text; pressing it makes a field, and typing an override. */
function BranchCell({ setting, cell, branch, onChange }: BranchCellProps) {
  const [isOpen, setOpen] = useState(false)
  if (cell === null) return <span />
  const label = `${setting.label}, ${branch}`
  if (!cell.isOwn && !isOpen)
    return (
      <button
        type="button"
        className={classes.inherited}
        aria-label={`${label}: ${wordsOf(cell.value, setting.control)}, inherited. Override`}
        onClick={() => setOpen(true)}
      >
        {wordsOf(cell.value, setting.control)}
      </button>
    )
  return (
    <div data-own={cell.isOwn || undefined}>
      <SettingField setting={setting} cell={cell} label={label} onChange={onChange(cell)} />
    </div>
  )
}
