import { useEffect, useState } from 'react'
import { selectParam } from '../../state/config/param-selectors'
import { useActions, useApp } from '../../state/hooks'
import { SizeCurve } from '../../ui/charts/size-curve'
import { NumberInput } from '../../ui/controls'
import { formatAmount } from '../../ui/number-format'
import { Region } from '../../ui/region'
import { axisEnd, largestOf, reachAt, reachSentence, stepsOf } from './min-size.model'
import classes from './min-size-panel.module.css'

export type MinSizePanelProps = {
  /** Sizes of the crossed clusters before any move. */
  readonly sizes: readonly number[]
  /** The size the result on the screen was made with. */
  readonly made: number
  readonly draft: MinSizeDraft
}

/** The smallest size as it is being chosen; the setting follows when the hand rests. */
export type MinSizeDraft = {
  readonly value: number
  readonly change: (value: number) => void
  readonly settle: () => void
}

/** Every step of a drag would be a step of undo: it is set once, when the hand rests. */
const restMs = 250

export function useMinSize(): MinSizeDraft {
  const set = Number(useApp((state) => selectParam(state, null, 'min_cluster_size')))
  const { setParam } = useActions()
  const [wanted, setWanted] = useState<number | null>(null)
  const settle = () => {
    if (wanted === null) return
    if (wanted !== set) setParam('merging', 'min_cluster_size', wanted)
    setWanted(null)
  }
  useEffect(() => {
    if (wanted === null) return
    const timer = setTimeout(settle, restMs)
    return () => clearTimeout(timer)
  })
  return { value: wanted ?? set, change: setWanted, settle }
}

/** How small may a cluster be: live counts for every answer, before anything is run. */
export function MinSizePanel({ sizes, made, draft }: MinSizePanelProps) {
  const { value, change, settle } = draft
  const reach = reachAt(sizes, value)
  const steps = stepsOf(sizes)
  return (
    <div onBlur={settle}>
      <Region
        divided
        title={`At least ${formatAmount(value, 'store')} in a cluster`}
        subtitle={
          <span className={classes.sentence} data-warning={reach.isTooLarge || undefined}>
            {reachSentence(sizes, made, value)}
          </span>
        }
        actions={
          <NumberInput
            aria-label="Smallest merged cluster"
            w={72}
            min={1}
            max={1_000_000}
            clampBehavior="strict"
            allowDecimal={false}
            allowNegative={false}
            hideControls={false}
            value={value}
            onChange={(next) => typeof next === 'number' && next >= 1 && change(next)}
          />
        }
      >
        <SizeCurve
          label="Smallest merged cluster, by slider"
          max={axisEnd(sizes, made, value)}
          end={largestOf(sizes)}
          value={value}
          valueText={`${formatAmount(value, 'store')}: ${formatAmount(reach.left, 'cluster')} left, ${formatAmount(reach.moved, 'store')} moved`}
          onChange={change}
          curves={[
            {
              name: 'clusters left',
              steps: steps.map(({ minSize, left }) => ({ x: minSize, y: left })),
              value: reach.isTooLarge ? null : reach.left,
              room: 'top',
            },
            {
              name: 'stores moved',
              steps: steps.map(({ minSize, moved }) => ({ x: minSize, y: moved })),
              value: reach.isTooLarge ? null : reach.moved,
              room: 'bottom',
            },
          ]}
        />
      </Region>
    </div>
  )
}
