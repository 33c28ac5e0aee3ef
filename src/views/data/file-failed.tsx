import { useActions } from '../../state/hooks'
import type { SourceEntry } from '../../state/sources/sources-slice'
import { Notice } from '../../ui/notice'
import { DialectFields } from './dialect-fields'
import classes from './file-failed.module.css'

export type FileFailedProps = { readonly entry: Extract<SourceEntry, { status: 'failed' }> }

/** A file that could not be read: what, where, what to do. Earlier results stay. */
export function FileFailed({ entry }: FileFailedProps) {
  const { failure, overrides, id } = entry
  const { readAgain } = useActions()
  return (
    <div className={classes.beside}>
      <Notice tone="fail" title={failure.message} where={failure.path}>
        {failure.hint}
      </Notice>
      <h2 className={classes.heading}>Read it another way</h2>
      <div className={classes.fields}>
        <DialectFields options={overrides} onOptions={(options) => void readAgain(id, options)} />
      </div>
    </div>
  )
}
