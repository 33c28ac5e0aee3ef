import { IconChevronDown } from '@tabler/icons-react'
import { formatPercent } from '../../ui/number-format'
import classes from './axis-words.module.css'
import type { AxisWords } from './scatter.model'

type AxisProps = {
  readonly axes: readonly AxisWords[]
  readonly chosen: number
  readonly onChoose: (axis: number) => void
}

/** Above the picture: the vertical axis, chosen here, and what lies up and down. */
export function AxisHead(props: AxisProps) {
  const axis = props.axes[props.chosen]
  const up = axis?.high === '' ? '' : `up: ${axis?.high}`
  const down = axis?.low === '' ? '' : `down: ${axis?.low}`
  const words = [up, down].filter((part) => part !== '').join('; ')
  return (
    <p className={classes.head}>
      <AxisChoice {...props} label="Vertical axis" />
      <span title={words}>{words}</span>
    </p>
  )
}

/** Below the picture: the horizontal axis between what lies at its two ends. */
export function AxisFoot(props: AxisProps) {
  const axis = props.axes[props.chosen]
  return (
    <p className={classes.foot}>
      <span title={axis?.low}>{axis?.low}</span>
      <AxisChoice {...props} label="Horizontal axis" />
      <span title={axis?.high}>{axis?.high}</span>
    </p>
  )
}

function AxisChoice({ axes, chosen, onChoose, label }: AxisProps & { readonly label: string }) {
  const share = axes[chosen]?.share ?? null
  return (
    <span className={classes.choice}>
      <select
        aria-label={label}
        value={chosen}
        onChange={({ currentTarget }) => onChoose(Number(currentTarget.value))}
      >
        {axes.map(({ name }, axis) => (
          <option key={name} value={axis}>
            {name}
          </option>
        ))}
      </select>
      <IconChevronDown size={12} stroke={1.75} aria-hidden />
      {share === null ? null : (
        <span className={classes.share}>{formatPercent(share)} of variance</span>
      )}
    </span>
  )
}
