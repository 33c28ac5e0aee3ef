import { formatCount } from '../number-format'
import { type CurveStep, niceTop, stepPath, ticksWith } from './size-curve-axis'
import classes from './size-curve.module.css'

export type Curve = {
  /** Printed in the plot. */
  readonly name: string
  /** Ascending in x, from 0; each y holds until the next x. */
  readonly steps: readonly CurveStep[]
  /** y at the handle; null where the curve has ended. */
  readonly value: number | null
  /** Where the curve leaves room: the name stands there. */
  readonly room: 'top' | 'bottom'
}

export type SizeCurveProps = {
  /** Accessible name of the slider. */
  readonly label: string
  readonly curves: readonly Curve[]
  /** The axis runs from 0 to `max`, the curves to `end` at most. */
  readonly max: number
  readonly end: number
  readonly value: number
  /** What the value means, for those who hear it. */
  readonly valueText: string
  readonly onChange: (value: number) => void
}

/** Step curves over one threshold, one panel each, with the handle through all of them. */
export function SizeCurve(props: SizeCurveProps) {
  const { label, curves, max, value, valueText, onChange } = props
  const share = Math.min(1, value / max)
  return (
    <figure className={classes.figure} style={{ '--share': share }}>
      <div className={classes.plots}>
        {curves.map((curve) => (
          <CurvePlot
            key={curve.name}
            curve={curve}
            max={max}
            end={Math.min(max, props.end)}
            share={share}
          />
        ))}
        <span className={classes.line} />
      </div>
      <div className={classes.handle}>
        <span className={classes.track} />
        <input
          type="range"
          className={classes.slider}
          aria-label={label}
          aria-valuetext={valueText}
          min={0}
          max={max}
          value={Math.min(value, max)}
          onChange={(event) => onChange(Math.max(1, event.currentTarget.valueAsNumber))}
        />
      </div>
      <div className={classes.ticks} aria-hidden="true">
        {ticksWith(value, max).map(({ at, isValue }) => (
          <span key={at} data-value={isValue || undefined} style={{ left: `${(100 * at) / max}%` }}>
            {formatCount(isValue ? value : at)}
          </span>
        ))}
      </div>
    </figure>
  )
}

type CurvePlotProps = Pick<SizeCurveProps, 'max' | 'end'> & {
  readonly curve: Curve
  readonly share: number
}

function CurvePlot({ curve, max, end, share }: CurvePlotProps) {
  const { name, steps, value, room } = curve
  const inView = steps.filter(({ x }) => x <= end)
  const top = niceTop(inView.reduce((most, { y }) => Math.max(most, y), 1))
  const from = (y: number) => `${100 - (100 * y) / top}%`
  return (
    <div className={classes.plot}>
      {[0, top / 2, top].map((tick) => (
        <span key={tick} className={classes.grid} style={{ top: from(tick) }} aria-hidden="true">
          <span>{formatCount(tick)}</span>
        </span>
      ))}
      <svg
        viewBox={`0 0 ${max} ${top}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${name} by minimum size`}
      >
        <path d={stepPath(inView, end, top)} />
      </svg>
      <span className={classes.name} data-room={room}>
        {name}
      </span>
      {value === null ? null : (
        <>
          <span className={classes.dot} style={{ top: from(value) }} />
          <b
            className={classes.value}
            data-room={room}
            data-left={share > 0.85 || undefined}
            style={{ top: from(value) }}
          >
            {formatCount(value)}
          </b>
        </>
      )}
    </div>
  )
}
