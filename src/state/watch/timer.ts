import type { RunTimer } from '../../runs/kept-watch'

const msPerMinute = 60_000

/**
 * The first time after `now` at which the timer is due, both in milliseconds since 1970. A day that
 * lacks the time (clocks put forward) takes the hour after.
 */
export function nextRun(timer: RunTimer, now: number): number {
  if (timer.kind === 'every') {
    const step = timer.minutes * msPerMinute
    const nPassed = Math.floor((now - timer.from) / step)
    return timer.from + (Math.max(0, nPassed) + 1) * step
  }
  const today = atTime(timer, now, 0)
  return today > now ? today : atTime(timer, now, 1)
}

function atTime(
  { hour, minute }: Extract<RunTimer, { readonly kind: 'daily' }>,
  now: number,
  daysOn: number,
): number {
  const day = new Date(now)
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + daysOn, hour, minute).getTime()
}

export type TimerReading = {
  /** The time that has come, however long ago; null while none has. */
  readonly dueAt: number | null
  readonly nextAt: number
}

/** What a timer says at a moment. Several times that were missed together are due once. */
export function readTimer(timer: RunTimer, nextAt: number, now: number): TimerReading {
  const next = nextRun(timer, now)
  // A clock that was set back leaves `nextAt` further away than the timer ever waits.
  return now >= nextAt
    ? { dueAt: nextAt, nextAt: next }
    : { dueAt: null, nextAt: Math.min(nextAt, next) }
}
