import { useDeferredValue, useMemo } from 'react'
import { useApp } from '../../state/hooks'
import { selectRedoPreview } from '../../state/config/redo-preview'
import type { Setting } from '../../state/config/settings'
import { redoWords } from './configure.model'
import classes from './configure-view.module.css'

/** At the foot of the form: what the changed setting under the pointer or focus alone would redo. */
export function RedoLine({ setting }: { readonly setting: Setting | null }) {
  const redo = useApp(selectRedoPreview)
  const asked = useMemo(() => ({ redo, setting }), [redo, setting])
  // The change itself is shown first: what it would redo takes two more plans.
  const shown = useDeferredValue(asked)
  if (shown.setting === null) return null
  const { label, name } = shown.setting
  return (
    <p className={classes.redo}>
      <b>{label}</b> {redoWords(shown.redo.ofSetting(name))}.
    </p>
  )
}
