import { IconArrowBackUp, IconArrowForwardUp, IconUpload } from '@tabler/icons-react'
import { useActions, useApp } from '../../state/hooks'
import { ActionIcon, Button } from '../../ui/controls'
import { FileButton } from '../../ui/file-button'
import { useTakeConfiguration } from '../use-take-files'

/** Undo, redo, back to where the settings came from, and settings from a file. */
export function History() {
  const hasPast = useApp((state) => state.past.length > 0 || state.unread !== null)
  const hasFuture = useApp((state) => state.future.length > 0)
  const { undo, redo, resetAll } = useActions()
  const take = useTakeConfiguration()
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
      <FileButton
        accept=".yml,.yaml,.json"
        icon={<IconUpload size={16} stroke={1.5} aria-hidden />}
        onFiles={([file]) => {
          if (file !== undefined) void take({ name: file.name, blob: file })
        }}
      >
        Import configuration
      </FileButton>
    </>
  )
}
