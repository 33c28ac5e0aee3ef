import { useId } from 'react'
import type { Icon } from '@tabler/icons-react'
import { classNames } from '../../ui/class-names'
import css from './rail.module.css'
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
      className={classNames(css['link'], isCurrent && css['current'])}
      aria-current={isCurrent ? 'page' : undefined}
      title={label}
      {...described}
    >
      <span className={css['path']} aria-hidden="true">
        {dot !== null && (
          <span
            className={classNames(css['dot'], css[dot])}
            style={{ '--share': `${share * 100}%` }}
          />
        )}
      </span>
      <LinkIcon className={css['icon']} size={20} stroke={1.5} aria-hidden />
      <span className={css['label']}>{label}</span>
      {fact !== null && (
        <span id={factId} className={classNames(css['fact'], css[fact.tone])} aria-hidden="true">
          {fact.text}
        </span>
      )}
    </a>
  )
}
