import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import classes from './undo.module.css'

/** Says what was done and offers the way back for 10 seconds. */
export function showUndo(message: string, undo: () => void): void {
  const id = notifications.show({
    autoClose: 10_000,
    withBorder: false,
    withCloseButton: false,
    classNames: { root: classes.toast ?? '' },
    message: (
      <span className={classes.message}>
        {message}
        <Button
          size="xs"
          variant="subtle"
          className={classes.undo ?? ''}
          onClick={() => {
            undo()
            notifications.hide(id)
          }}
        >
          Undo
        </Button>
      </span>
    ),
  })
}
