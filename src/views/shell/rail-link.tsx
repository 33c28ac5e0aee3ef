import { useId } from 'react'
import type { Icon } from '@tabler/icons-react'
import { classNames } from '../../ui/class-names'
import classes from './rail.module.css'
import type { DotState, RailFact } from './shell.model'

export type RailLinkProps = {
  readonly label: string
  readonly icon: Icon
  readonly href: string
  readonly isCurrent: boolean
  /** Null beside the path. */
  readonly dot: DotState | null
  /** Part done of the run, drawn as a pie while `dot` is busy. */
  readonly share: number
  readonly fact: RailFact | null
}

/** The name is the label alone; the short fact is its description. */
export function RailLink({
  label,
  icon: LinkIcon,
  href,
  isCurrent,
  dot,
  share,
  fact,
}: RailLinkProps) {
  const factId = useId()
  const described = fact === null ? {} : { 'aria-describedby': factId }
  return (
    <a
      href={href}
      className={classNames(classes.link, isCurrent && classes.current)}
      aria-current={isCurrent ? 'page' : undefined}
      title={label}
      {...described}
    >
      <span className={classes.path} aria-hidden="true">
        {dot !== null && (
          <span
            className={classNames(classes.dot, classes[dot])}
            style={{ '--share': `${share * 100}%` }}
          />
        )}
      </span>
      <LinkIcon className={classes.icon} size={20} stroke={1.5} aria-hidden />
      <span className={classes.label}>{label}</span>
      {fact !== null && (
        <span
          id={factId}
          className={classNames(classes.fact, classes[fact.tone])}
          aria-hidden="true"
        >
          {fact.text}
        </span>
      )}
    </a>
  )
}
