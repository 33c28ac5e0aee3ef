import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import type { CheckRecord } from '../../runs/contract'
import { outcomeOf } from './checks-board.model'
import classes from './log-board.module.css'

/** The outcome as a sign; the word beside it says the same. */
export function CheckMark({ check }: { readonly check: CheckRecord }) {
  switch (outcomeOf(check)) {
    case 'failed':
      return <IconCircleX size={16} stroke={1.5} className={classes.failed} aria-hidden />
    case 'warns':
      return <IconAlertTriangle size={16} stroke={1.5} className={classes.warns} aria-hidden />
    case 'passed':
      return <IconCircleCheck size={16} stroke={1.5} className={classes.passed} aria-hidden />
  }
}
