import type { LogLevel } from '../../assets/spec'
import classes from './log-board.module.css'

/** The level of a line, as a word: colour only for what went wrong. */
export function LogLevelMark({ level }: { readonly level: LogLevel }) {
  return (
    <span className={classes.level} data-level={level}>
      {level}
    </span>
  )
}
