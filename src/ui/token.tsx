import { classNames } from './class-names'
import { clusterStyle } from './cluster-colors'
import classes from './token.module.css'

export type ClusterTokenProps = {
  /** Round is internal, square is external, joined is merged. */
  readonly kind: 'internal' | 'external' | 'merged'
  /** The label as files hold it: `2`, or `2_1` of a merged cluster. */
  readonly label: string
  /** Colour counted from 0; null stays neutral. One branch carries colour at a time. */
  readonly colorIndex: number | null
  /** Which half of a merged label is the round, coloured one. */
  readonly order?: 'internal_external' | 'external_internal'
  readonly size?: 'md' | 'sm'
}

export function ClusterToken(props: ClusterTokenProps) {
  const { kind, label, colorIndex, order = 'internal_external', size = 'md' } = props
  const [first = '', second] = label.split('_')
  if (kind !== 'merged' || second === undefined) {
    const shape = kind === 'external' ? 'square' : 'round'
    return <Half shape={shape} text={label} colorIndex={colorIndex} size={size} />
  }
  const halves = [
    <Half
      key="internal"
      shape="round"
      text={order === 'internal_external' ? first : second}
      colorIndex={colorIndex}
      size={size}
    />,
    <Half
      key="external"
      shape="square"
      text={order === 'internal_external' ? second : first}
      colorIndex={null}
      size={size}
    />,
  ]
  return <span className={classes.joined}>{halves}</span>
}

type HalfProps = {
  readonly shape: 'round' | 'square'
  readonly text: string
  readonly colorIndex: number | null
  readonly size: 'md' | 'sm'
}

function Half({ shape, text, colorIndex, size }: HalfProps) {
  const isLong = text.length > 2
  return (
    <span
      className={classNames(
        classes.token,
        classes[shape],
        size === 'sm' && classes.small,
        isLong && classes.long,
        colorIndex === null && classes.neutral,
      )}
      style={colorIndex === null ? {} : clusterStyle(colorIndex)}
    >
      {text}
    </span>
  )
}
