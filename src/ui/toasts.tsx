import { Notifications } from '@mantine/notifications'

/** Where `showUndo` is seen. What is said before this is loaded waits for it. */
export function Toasts() {
  return <Notifications position="bottom-left" />
}
