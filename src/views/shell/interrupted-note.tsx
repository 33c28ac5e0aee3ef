import { useActions, useApp } from '../../state/hooks'
import { Button } from '../../ui/controls'
import { formatAmount } from '../../ui/number-format'
import { StatusGlyph } from '../../ui/status-glyph'

/** A run that was interrupted waits: where it can be resumed or dismissed. */
export function InterruptedNote() {
  const n = useApp((state) => state.interrupted.length)
  const screen = useApp((state) => state.view.screen)
  const { look } = useActions()
  if (n === 0 || screen === 'data') return null
  return (
    <Button
      size="xs"
      variant="subtle"
      leftSection={<StatusGlyph status="stale" size={14} />}
      onClick={() => look({ screen: 'data' })}
    >
      {formatAmount(n, 'interrupted run')}
    </Button>
  )
}
