import { useActions, useApp } from '../../state/hooks'
import { Button } from '../../ui/controls'
import { formatAmount } from '../../ui/number-format'
import { changedText } from '../watch-words'
import classes from './bar.module.css'

/** On every other screen: files changed on the disk, and Data is where that is answered. */
export function WatchNote() {
  const changed = useApp((state) => state.watch.changed)
  const screen = useApp((state) => state.view.screen)
  const { look } = useActions()
  if (changed.length === 0 || screen === 'data') return null
  return (
    <Button
      size="xs"
      variant="subtle"
      className={classes.hint ?? ''}
      title={changedText(changed)}
      onClick={() => look({ screen: 'data' })}
    >
      {formatAmount(changed.length, 'file')} changed
    </Button>
  )
}
