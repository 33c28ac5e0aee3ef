import type { MouseEvent } from 'react'
import { clusterStyle } from '../cluster-colors'
import { InlineBar } from '../inline-bar'
import { formatCount, formatPercent } from '../number-format'
import { ClusterToken, type ClusterTokenProps } from '../token'
import classes from './cluster-card.module.css'

export type ClusterCardProps = {
  readonly name: string
  readonly token: ClusterTokenProps
  readonly color: number
  readonly size: number
  readonly share: number
  /** Length of the bar: against the largest cluster. */
  readonly barShare: number
  /** What stands out: `more Lunchbox multipacks 215, less Late night 45`. */
  readonly traits: readonly { readonly word: string; readonly text: string }[]
  readonly foot: readonly string[]
  /** Leaves the traits to the tooltip where there are many cards. */
  readonly isCompact: boolean
  readonly isChosen: boolean
  readonly onChoose: (isAdded: boolean) => void
}

/** One cluster in the strip above the pictures, and their legend: a click greys the others. */
export function ClusterCard(props: ClusterCardProps) {
  const { name, token, traits, foot, isCompact, isChosen } = props
  const choose = ({ shiftKey }: MouseEvent) => props.onChoose(shiftKey)
  const inWords = traits.map(({ word, text }) => `${word} ${text}`).join('; ')
  return (
    <button
      type="button"
      className={classes.card}
      style={clusterStyle(props.color)}
      aria-pressed={isChosen}
      title={inWords === '' ? name : `${name}: ${inWords}`}
      onClick={choose}
    >
      <span className={classes.head}>
        <ClusterToken {...token} />
        <b>{name}</b>
      </span>
      <span className={classes.size}>
        <b>{formatCount(props.size)}</b>
        <span>{formatPercent(props.share)}</span>
        <InlineBar share={props.barShare} color="var(--c)" />
      </span>
      {isCompact ? null : (
        <span className={classes.traits}>
          {traits.map(({ word, text }) => (
            <span key={word}>
              <i>{word}</i> {text}
            </span>
          ))}
        </span>
      )}
      <span className={classes.foot}>
        {foot.map((words) => (
          <span key={words}>{words}</span>
        ))}
      </span>
    </button>
  )
}
