import type { ReactNode } from 'react'
import { IconAlertTriangle } from '@tabler/icons-react'
import { classNames } from './class-names'
import classes from './chip.module.css'

export type ChipProps = {
  readonly tone?: 'plain' | 'warn' | 'fail' | 'accent'
  readonly children: ReactNode
}

/** Only for causes and warnings; a warning carries its sign, so colour is never alone. */
export function Chip({ tone = 'plain', children }: ChipProps) {
  return (
    <span className={classNames(classes.chip, classes[tone])}>
      {(tone === 'warn' || tone === 'fail') && (
        <IconAlertTriangle size={14} stroke={1.5} aria-hidden />
      )}
      {children}
    </span>
  )
}
