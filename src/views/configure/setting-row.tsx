import { ActionIcon } from '../../ui/controls'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { Fault } from '../../config/fault'
import type { Setting, SettingCell } from '../../state/config/settings'
import classes from './configure-view.module.css'
import { SettingField } from './setting-field'
import { wordsOf } from './setting-text'
import type { Place } from './yaml-marks.model'

export type SettingRowProps = {
  readonly setting: Setting
  /** The cursor stands on it in the text. */
  readonly isLit: boolean
  /** What does not go together with other settings. */
  readonly faults: readonly Fault[]
  readonly onChange: (section: SettingCell['section'], name: string, value: unknown) => void
  readonly onReset: (setting: Setting) => void
  /** The pointer came to it, or left it. */
  readonly onPoint: (name: string | null) => void
  /** The focus came to it, or left it. */
  readonly onFocus: (name: string | null) => void
  readonly onPlace: (place: Place | null) => void
}

/** One parameter: for both branches, and over that for one of them. */
export function SettingRow(props: SettingRowProps) {
  const { setting, isLit, faults, onChange, onReset, onPoint, onFocus, onPlace } = props
  const { name, label, help, main, internal, external } = setting
  const set = (cell: SettingCell) => (value: unknown) => onChange(cell.section, name, value)
  return (
    <div
      className={classes.row}
      data-setting={name}
      data-changed={setting.isChanged || undefined}
      data-lit={isLit || undefined}
      data-idle={setting.idle !== null || undefined}
      onPointerEnter={() => onPoint(name)}
      onPointerLeave={() => onPoint(null)}
      onFocus={({ target }) => {
        onFocus(name)
        const section = target.closest('[data-section]')?.getAttribute('data-section')
        onPlace(section ? { section, name } : null)
      }}
      onBlur={() => {
        onFocus(null)
        onPlace(null)
      }}
    >
      <div className={classes.words} title={help}>
        <span className={classes.label}>{label}</span>
        <code className={classes.name}>{name}</code>
      </div>
      <div data-own={main.isOwn || undefined} data-section={main.section}>
        <SettingField
          setting={setting}
          cell={main}
          label={`${label} (${name})`}
          onChange={set(main)}
        />
      </div>
      <BranchCell setting={setting} cell={internal} branch="internal" onChange={set} />
      <BranchCell setting={setting} cell={external} branch="external" onChange={set} />
      {setting.isWritten ? (
        <span className={classes.reset}>
          <ActionIcon aria-label={`Reset ${label}`} onClick={() => onReset(setting)}>
            <IconArrowBackUp size={16} aria-hidden />
          </ActionIcon>
          {wordsOf(setting.resetValue, setting.control)}
        </span>
      ) : (
        <span />
      )}
      {faults.map(({ path, message, hint }) => (
        <p key={path} className={classes.fault}>
          {message} {hint}
        </p>
      ))}
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
  const field = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isOpen) field.current?.querySelector<HTMLElement>('input, select')?.focus()
  }, [isOpen])
  if (cell === null) return <span />
  const label = `${setting.label}, ${branch} (${setting.name})`
  if (!cell.isOwn && !isOpen)
    return (
      <button
        type="button"
        className={classes.inherited}
        data-branch={branch}
        aria-label={`${label}: ${wordsOf(cell.value, setting.control)}, inherited. Override`}
        onClick={() => setOpen(true)}
      >
        {wordsOf(cell.value, setting.control)}
      </button>
    )
  return (
    <div
      ref={field}
      data-branch={branch}
      data-own={cell.isOwn || undefined}
      data-section={cell.section}
    >
      <SettingField setting={setting} cell={cell} label={label} onChange={onChange(cell)} />
    </div>
  )
}
