import { useActions } from '../../state/hooks'
import type { SourceEntry } from '../../state/sources/sources-slice'
import { Button } from '../../ui/controls'
import { Notice } from '../../ui/notice'
import { DialectFields } from './dialect-fields'
import classes from './file-failed.module.css'

export type FileFailedProps = { readonly entry: Extract<SourceEntry, { status: 'failed' }> }

/** A file that could not be read: what, where, what to do. Earlier results stay. */
export function FileFailed({ entry }: FileFailedProps) {
  const { failure, overrides, before, id } = entry
  const { readAgain, bringBack } = useActions()
  return (
    <div className={classes.beside}>
      <Notice
        tone="fail"
        title={failure.message}
        where={failure.path}
        action={
          <>
            {before !== null && (
              <Button size="xs" onClick={() => bringBack(before)}>
                Bring the earlier file back
              </Button>
            )}
            {!hopeless.has(failure.code) && (
              <Button size="xs" onClick={() => void readAgain(id, {})}>
                Read it again
              </Button>
            )}
          </>
        }
      >
        {failure.hint}
      </Notice>
      {!hopeless.has(failure.code) && !noMatterHow.has(failure.code) && (
        <>
          <h2 className={classes.heading}>Read it another way</h2>
          <div className={classes.fields}>
            <DialectFields
              options={{}}
              overrides={overrides}
              onOptions={(options) => void readAgain(id, options)}
            />
          </div>
        </>
      )}
    </div>
  )
}

/** What no other reading would make a table. */
const hopeless: ReadonlySet<string> = new Set(['is_a_folder', 'not_a_table'])
/** The bytes did not come, or are no text: its signs make no difference. */
const noMatterHow: ReadonlySet<string> = new Set([
  'file_not_readable',
  'reading_stopped',
  'json_broken',
  'json_without_table',
  'parquet_damaged',
  'parquet_too_large',
  'workbook_damaged',
  'workbook_too_large',
])
