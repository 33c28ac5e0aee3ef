import type { Fault } from '../../config/fault'
import classes from './yaml-panel.module.css'

export type YamlFaultsProps = {
  readonly faults: readonly Fault[]
  readonly onGo: (line: number) => void
}

/** What is wrong, where, and what to do next; a line leads to its place in the text. */
export function YamlFaults({ faults, onGo }: YamlFaultsProps) {
  if (faults.length === 0) return null
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by key
    <ul className={classes.faults} aria-label="Faults" tabIndex={0}>
      {inOrder(faults).map(({ path, line, column, message, hint }) => (
        <li key={`${path} ${line} ${column} ${message}`}>
          {line === undefined ? null : (
            <button type="button" onClick={() => onGo(line)}>
              Line {line}
            </button>
          )}{' '}
          {message} {hint}
        </li>
      ))}
    </ul>
  )
}

/** As one reads the text; what has no line stands last. */
function inOrder(faults: readonly Fault[]): readonly Fault[] {
  return faults.toSorted((a, b) => (a.line ?? Infinity) - (b.line ?? Infinity) || 0)
}
