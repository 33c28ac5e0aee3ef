import { Button } from '../../ui/controls'
import type { FallbackProps } from 'react-error-boundary'
import { Notice } from '../../ui/notice'
import classes from './screen-failed.module.css'

/** A defect on one screen: said here, with a way on; the other screens keep working. */
export function ScreenFailed({ error, resetErrorBoundary }: FallbackProps) {
  return (
    <div className={classes.failed}>
      <Notice
        tone="fail"
        title="This screen stopped working"
        where={error instanceof Error ? error.message : String(error)}
        action={
          <Button size="xs" onClick={resetErrorBoundary}>
            Try again
          </Button>
        }
      >
        Your files and runs are kept, and the other screens work.
      </Notice>
    </div>
  )
}
