import type { ZoomTransform } from 'd3-zoom'
import { formatNumber } from '../number-format'
import { margin, type Place, scalesOf, type Size } from './scatter-geometry'
import type { ScatterPoints } from './scatter-props'
import classes from './scatter.module.css'

export type ScatterOverlayProps = {
  readonly points: ScatterPoints
  readonly size: Size
  readonly zoom: ZoomTransform
  readonly lasso: readonly Place[]
  /** A ring around the point under the pointer or the keyboard. */
  readonly ring: Place | null
}

/** Ticks and the zero cross behind the marks; lasso and ring before them. */
export function ScatterAxes({ points, size, zoom }: Omit<ScatterOverlayProps, 'lasso' | 'ring'>) {
  const scales = scalesOf(points, size)
  const x = zoom.rescaleX(scales.x)
  const y = zoom.rescaleY(scales.y)
  const bottom = size.height - margin.bottom
  const isIn = (value: number, [low, high]: readonly number[]) =>
    value >= (low ?? 0) && value <= (high ?? 0)
  return (
    <svg className={classes.layer} width={size.width} height={size.height} aria-hidden>
      {isIn(0, y.domain()) ? (
        <line x1={margin.left} x2={size.width} y1={y(0)} y2={y(0)} className={classes.zero} />
      ) : null}
      {isIn(0, x.domain()) ? (
        <line x1={x(0)} x2={x(0)} y1={0} y2={bottom} className={classes.zero} />
      ) : null}
      {x.ticks(5).map((tick) => (
        <text key={tick} x={x(tick)} y={size.height - 6} textAnchor="middle">
          {tickText(tick)}
        </text>
      ))}
      {y.ticks(5).map((tick) => (
        <text key={tick} x={margin.left - 8} y={y(tick) + 4} textAnchor="end">
          {tickText(tick)}
        </text>
      ))}
    </svg>
  )
}

export function ScatterMarkers({
  size,
  lasso,
  ring,
}: Pick<ScatterOverlayProps, 'size' | 'lasso' | 'ring'>) {
  return (
    <svg className={classes.layer} width={size.width} height={size.height} aria-hidden>
      {lasso.length > 1 ? (
        <polygon
          className={classes.lasso}
          points={lasso.map((place) => place.join(',')).join(' ')}
        />
      ) : null}
      {ring === null ? null : <circle className={classes.ring} cx={ring[0]} cy={ring[1]} r={6} />}
    </svg>
  )
}

function tickText(value: number): string {
  return formatNumber(value, Number.isInteger(value) ? 0 : Math.abs(value) < 0.1 ? 2 : 1)
}
