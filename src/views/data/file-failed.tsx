import type { SourceEntry } from '../../state/sources-slice'
import { Notice } from '../../ui/notice'
import css from './file-failed.module.css'

export type FileFailedProps = { readonly entry: Extract<SourceEntry, { status: 'failed' }> }

/** A file that could not be read: what, where, what to do. Earlier results stay. */
export function FileFailed({ entry }: FileFailedProps) {
  const { failure } = entry
  return (
    <div className={css['beside']}>
      <Notice tone="fail" title={failure.message} where={failure.path}>
        {failure.hint}
      </Notice>
    </div>
  )
}
