import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import { useActions, useApp } from '../../state/hooks'
import { ActionIcon, Button } from '../../ui/controls'

/** Undo, redo, and back to the preset. */
export function History() {
  const hasPast = useApp((state) => state.past.length > 0)
  const hasFuture = useApp((state) => state.future.length > 0)
  const { undo, redo, resetAll } = useActions()
  return (
    <>
      <ActionIcon variant="default" size={32} aria-label="Undo" disabled={!hasPast} onClick={undo}>
        <IconArrowBackUp size={16} />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size={32}
        aria-label="Redo"
        disabled={!hasFuture}
        onClick={redo}
      >
        <IconArrowForwardUp size={16} />
      </ActionIcon>
      <Button variant="default" onClick={resetAll}>
        Reset all
      </Button>
    </>
  )
}
