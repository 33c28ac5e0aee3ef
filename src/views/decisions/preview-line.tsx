import { IconAlertTriangle } from '@tabler/icons-react'
import type { DecisionPreview } from '../../state/overrides/decision-preview'
import classes from './decide-form.module.css'
import { previewWords } from './preview-words'

/** What would come of it; heard when it changes. */
export function PreviewLine({ preview }: { readonly preview: DecisionPreview }) {
  const { text, isWarning } = previewWords(preview)
  return (
    <p className={classes.preview} data-warning={isWarning || undefined} aria-live="polite">
      {isWarning ? <IconAlertTriangle size={16} stroke={1.5} aria-hidden /> : null}
      <span>{text}</span>
    </p>
  )
}
