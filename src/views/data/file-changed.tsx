import { useActions } from '../../state/hooks'
import type { FileChange } from '../../state/sources/file-change'
import { Button } from '../../ui/controls'
import { changeSentence } from './file-changed.model'
import classes from './repeated-stores.module.css'

export type FileChangedProps = { readonly id: string; readonly change: FileChange }

/** What is different in the file that took the place of another, and the way back. */
export function FileChanged({ id, change }: FileChangedProps) {
  const { bringBack, dismissChange } = useActions()
  return (
    <div className={classes.line} role="status" data-open={change.lost.length > 0 || undefined}>
      <p className={classes.words}>{changeSentence(change)}</p>
      <span>
        <Button size="xs" onClick={() => bringBack(change.before)}>
          Bring the earlier file back
        </Button>
        <Button size="xs" variant="subtle" onClick={() => dismissChange(id)}>
          Keep this one
        </Button>
      </span>
    </div>
  )
}
