import type { AssetFailure } from '../../assets/spec'
import { Notice } from '../../ui/notice'
import css from './file-failed.module.css'

export type RunFailedProps = { readonly failure: AssetFailure }

/** A run that could not start, with the next step. */
export function RunFailed({ failure }: RunFailedProps) {
  return (
    <div className={css['above']}>
      <Notice tone="fail" title={failure.message} where={failure.path}>
        {failure.hint}
      </Notice>
    </div>
  )
}
