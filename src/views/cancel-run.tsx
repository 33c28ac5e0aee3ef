import { IconSquare } from '@tabler/icons-react'
import { useActions } from '../state/hooks'
import { Button } from '../ui/controls'

/** Ends the run at once. One is on the screen at a time: beside the progress, else in the bar. */
export function CancelRun() {
  const { cancelRun } = useActions()
  return (
    <Button
      color="fail"
      leftSection={<IconSquare size={16} stroke={1.5} aria-hidden />}
      onClick={cancelRun}
    >
      Cancel run
    </Button>
  )
}
