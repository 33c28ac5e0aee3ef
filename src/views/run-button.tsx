import { IconPlayerPlay } from '@tabler/icons-react'
import { selectIsBusy } from '../state/at-work'
import { useActions, useApp } from '../state/hooks'
import { selectionFor, selectReadiness } from '../state/selectors'
import { Button } from '../ui/controls'

export type RunButtonProps = { readonly size: 'xs' | 'sm'; readonly children: string }

/** Runs what these files can make; idle while something keeps a run from starting. */
export function RunButton({ size, children }: RunButtonProps) {
  const readiness = useApp(selectReadiness)
  const isBusy = useApp(selectIsBusy)
  const { startRun } = useActions()
  return (
    <Button
      size={size}
      disabled={readiness.can === 'none' || isBusy}
      onClick={() => void startRun(selectionFor(readiness))}
      leftSection={size === 'sm' && <IconPlayerPlay size={16} stroke={1.5} aria-hidden />}
    >
      {children}
    </Button>
  )
}
