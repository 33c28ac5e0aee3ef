import { CartesianGrid, Line, LineChart, ReferenceArea, ReferenceDot, XAxis, YAxis } from 'recharts'
import classes from './score-panel.module.css'

export type ScorePoint = { readonly k: number; readonly value: number | null }

export type ScorePanelProps = {
  readonly name: string
  readonly hint: string
  readonly definition: string
  readonly points: readonly ScorePoint[]
  /** The k drawn as a band, its value printed on top. */
  readonly chosen: number
  /** The k that this criterion picks by itself: a ring. */
  readonly pick: number | null
  readonly note: string
  readonly isWarning: boolean
  readonly format: (value: number) => string
  readonly onChoose: (k: number) => void
}

const margin = { top: 20, right: 8, bottom: 0, left: 0 }
const chartSize = { width: '100%', height: 176, cursor: 'pointer' }
const tick = { fontSize: '0.75rem' }

/** One measure over the number of clusters; a click on a k chooses it. */
export function ScorePanel(props: ScorePanelProps) {
  const { points, chosen, pick, format } = props
  const ks = points.map(({ k }) => k)
  const valueAt = (k: number | null) => points.find((point) => point.k === k)?.value ?? null
  const chosenValue = valueAt(chosen)
  const pickValue = valueAt(pick)
  const choose = ({ activeLabel }: { activeLabel?: string | number | undefined }) => {
    const k = Number(activeLabel)
    if (ks.includes(k)) props.onChoose(k)
  }
  return (
    <figure className={classes.panel}>
      <figcaption className={classes.caption} title={props.definition}>
        <b>{props.name}</b> <span>{props.hint}</span>
      </figcaption>
      <LineChart
        responsive
        style={chartSize}
        data={[...points]}
        margin={margin}
        onClick={choose}
        title={`${props.name} by number of clusters`}
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <ReferenceArea
          x1={chosen - 0.4}
          x2={chosen + 0.4}
          fill="var(--accent-soft)"
          fillOpacity={1}
          stroke="none"
          label={
            chosenValue === null ? '' : { value: format(chosenValue), position: 'top', ...tick }
          }
        />
        <XAxis
          dataKey="k"
          type="number"
          domain={[(ks[0] ?? 0) - 0.4, (ks.at(-1) ?? 1) + 0.4]}
          ticks={ks}
          interval={0}
          tick={tick}
          tickLine={false}
          axisLine={{ stroke: 'var(--line-2)' }}
          height={22}
        />
        <YAxis
          tickFormatter={format}
          tick={tick}
          tickCount={4}
          tickLine={false}
          axisLine={false}
          width={48}
          domain={['auto', 'auto']}
        />
        <Line
          dataKey="value"
          type="linear"
          stroke="var(--ink-2)"
          strokeWidth={1.5}
          dot={{ r: 2.5, fill: 'var(--ink-2)', stroke: 'none' }}
          activeDot={{ r: 4, fill: 'var(--accent)', stroke: 'none' }}
          isAnimationActive={false}
        />
        {pick !== null && pickValue !== null ? (
          <ReferenceDot x={pick} y={pickValue} r={7} fill="none" stroke="var(--ink)" />
        ) : null}
        {chosenValue === null ? null : (
          <ReferenceDot x={chosen} y={chosenValue} r={4} fill="var(--accent)" stroke="none" />
        )}
      </LineChart>
      <p className={classes.note} data-warning={props.isWarning || undefined}>
        {props.note}
      </p>
    </figure>
  )
}
