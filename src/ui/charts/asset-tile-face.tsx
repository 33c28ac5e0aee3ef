import { IconAlertTriangle } from '@tabler/icons-react'
import { memo } from 'react'
import { type AssetGlyphStatus, StatusGlyph } from '../status-glyph'
import classes from './asset-tile-face.module.css'

/** A partition as a bar: cached light, done grey, running accent, queued hollow, failed red. */
export type Bar = 'cached' | 'done' | 'running' | 'queued' | 'stale' | 'missing' | 'failed'

export type AssetTileFaceProps = {
  readonly label: string
  readonly description: string
  readonly status: AssetGlyphStatus
  readonly activity: 'idle' | 'queued' | 'running'
  /** One per partition; empty where there is only one. */
  readonly bars: readonly Bar[]
  readonly note: string
  readonly hasWarning: boolean
  /** One of the checks stops what reads the asset. */
  readonly isBlocking: boolean
  readonly isSelected: boolean
  /** Out of what is looked at: grey, and readable all the same. */
  readonly isFaded: boolean
}

export const warningWords = 'a check warns'
export const blockingWords = 'a check stops what reads it'

const mostBars = 24

/** Drawn anew only when something on it changed: events of a run renew every tile's data. */
export const AssetTileFace = memo(TileFace, isSameFace)

function TileFace(props: AssetTileFaceProps) {
  return (
    <div
      className={classes.tile}
      data-activity={props.activity}
      data-selected={props.isSelected || undefined}
      data-faded={props.isFaded || undefined}
      title={props.description}
    >
      <StatusGlyph status={props.status} running={props.activity === 'running'} />
      <span className={classes.label}>{props.label}</span>
      {props.hasWarning ? (
        <IconAlertTriangle
          className={classes.warning}
          data-blocking={props.isBlocking || undefined}
          size={14}
          aria-label={props.isBlocking ? blockingWords : warningWords}
        />
      ) : null}
      <PartitionStrip bars={props.bars} />
      <span className={classes.note}>{props.note}</span>
    </div>
  )
}

function isSameFace(a: AssetTileFaceProps, b: AssetTileFaceProps): boolean {
  return (
    a.label === b.label &&
    a.description === b.description &&
    a.status === b.status &&
    a.activity === b.activity &&
    a.note === b.note &&
    a.hasWarning === b.hasWarning &&
    a.isBlocking === b.isBlocking &&
    a.isSelected === b.isSelected &&
    a.isFaded === b.isFaded &&
    a.bars.length === b.bars.length &&
    a.bars.every((bar, i) => bar === b.bars[i])
  )
}

/** Up to 24 bars; beyond that one stacked bar, so that 80 categories take the same room. */
export function PartitionStrip({ bars }: { readonly bars: readonly Bar[] }) {
  if (bars.length < 2) return null
  if (bars.length <= mostBars)
    return (
      <span className={classes.strip} aria-hidden>
        {bars.map((bar, i) => (
          // oxlint-disable-next-line react/no-array-index-key -- a bar is its place
          <i key={i} data-bar={bar} />
        ))}
      </span>
    )
  return (
    <span className={classes.stack} aria-hidden>
      {order.map((bar) => {
        const n = bars.filter((one) => one === bar).length
        return n === 0 ? null : <i key={bar} data-bar={bar} style={{ flexGrow: n }} />
      })}
    </span>
  )
}

const order: readonly Bar[] = ['cached', 'done', 'running', 'failed', 'stale', 'queued', 'missing']
