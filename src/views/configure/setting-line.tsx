import { useDeferredValue, useMemo } from 'react'
import { useApp } from '../../state/hooks'
import { selectRedoPreview } from '../../state/config/redo-preview'
import type { Setting } from '../../state/config/settings'
import { redoWords } from './configure.model'
import classes from './configure-view.module.css'

export type SettingLineProps = {
  /** The setting whose field has the focus, by key or touch: its help stands here. */
  readonly focused: Setting | null
  /** The one under the pointer, whose help its words show beside it. */
  readonly pointed: Setting | null
}

/** At the foot of the form: what a setting does, and what its change alone would redo. */
export function SettingLine({ focused, pointed }: SettingLineProps) {
  const redo = useApp(selectRedoPreview)
  const changed = [focused, pointed].find((setting) => setting?.isChanged) ?? null
  const asked = useMemo(() => ({ redo, setting: changed }), [redo, changed])
  // The change itself is shown first: what it would redo takes two more plans.
  const shown = useDeferredValue(asked)
  if (focused === null && shown.setting === null) return null
  return (
    <p className={classes.redo}>
      {focused === null ? null : (
        <>
          <b>{focused.label}</b> {focused.help}{' '}
        </>
      )}
      {shown.setting === null ? null : (
        <>
          <b>{shown.setting.label}</b> {redoWords(shown.redo.ofSetting(shown.setting.name))}.
        </>
      )}
    </p>
  )
}
