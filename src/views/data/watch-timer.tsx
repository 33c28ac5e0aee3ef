import { useState } from 'react'
import type { RunTimer } from '../../runs/kept-watch'
import { useActions, useApp, useServices } from '../../state/hooks'
import { NativeSelect, NumberInput, TextInput } from '../../ui/controls'
import { Segments } from '../../ui/segments'
import classes from './watch-region.module.css'
import { firstTimer, nextText, timeField, type TimerKind, timerOfField } from './watch.model'

/** Runs at times, while the page is open; what is not stale is not run. */
export function WatchTimer() {
  const { timer, nextAt } = useApp((state) => state.watch)
  const { setTimer } = useActions()
  const { now } = useServices()
  return (
    <div>
      <h3 className={classes.heading}>A timer</h3>
      <div className={classes.timer}>
        <Segments<TimerKind>
          label="Timer"
          value={timer?.kind ?? 'off'}
          options={[
            { value: 'off', label: 'Off' },
            { value: 'every', label: 'Every' },
            { value: 'daily', label: 'Each day' },
          ]}
          onChange={(kind) => setTimer(firstTimer(kind, now()))}
        />
        {timer?.kind === 'every' && <EveryFields timer={timer} />}
        {timer?.kind === 'daily' && (
          <TextInput
            type="time"
            aria-label="Time of the day"
            value={timeField(timer)}
            onChange={(event) => {
              const next = timerOfField(event.currentTarget.value)
              if (next !== null) setTimer(next)
            }}
          />
        )}
      </div>
      <p className={classes.words}>
        {nextAt === null
          ? 'Runs what is stale, at times that you set.'
          : `Runs what is stale ${nextText(nextAt, now())}.`}
      </p>
    </div>
  )
}

type EveryFieldsProps = { readonly timer: Extract<RunTimer, { readonly kind: 'every' }> }

function EveryFields({ timer }: EveryFieldsProps) {
  const { setTimer } = useActions()
  const { now } = useServices()
  const [unit, setUnit] = useState(timer.minutes % 60 === 0 ? 60 : 1)
  const set = (n: number, minutesEach: number) =>
    setTimer({ kind: 'every', minutes: n * minutesEach, from: now() })
  const n = Math.max(1, Math.round(timer.minutes / unit))
  return (
    <span className={classes.every}>
      <NumberInput
        aria-label="How many"
        w={56}
        min={1}
        max={1440 / unit}
        clampBehavior="strict"
        allowDecimal={false}
        allowNegative={false}
        hideControls={false}
        value={n}
        onChange={(next) => typeof next === 'number' && next >= 1 && set(next, unit)}
      />
      <NativeSelect
        aria-label="Minutes or hours"
        size="xs"
        data={[
          { value: '1', label: n === 1 ? 'minute' : 'minutes' },
          { value: '60', label: n === 1 ? 'hour' : 'hours' },
        ]}
        value={String(unit)}
        onChange={(event) => {
          const next = Number(event.currentTarget.value)
          setUnit(next)
          set(Math.min(n, 1440 / next), next)
        }}
      />
    </span>
  )
}
