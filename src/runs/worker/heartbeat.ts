/** What the computing thread posts beside its answers while it lives, every `beatEvery` ms. */
export const heartbeat = { type: 'heartbeat' } as const

export const beatEvery = 250
/** Milliseconds without a beat: until the first one, and after it. */
export const startLimit = 10_000
export const beatLimit = 5_000

/**
 * Beats each time that it is called, but no oftener than the timer does. A thread that reads a large
 * file as fast as it comes can leave its timers waiting for longer than `beatLimit`: there the work
 * itself has to say that it goes on.
 */
export function beatAtWork(beat: () => void, now: () => number): () => void {
  let last = -Infinity
  return () => {
    const time = now()
    if (time - last < beatEvery) return
    last = time
    beat()
  }
}

export function isHeartbeat(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === heartbeat.type
}

export type Pulse = {
  readonly beat: () => void
  readonly stop: () => void
}

export type PulseOptions = {
  readonly now: () => number
  /** Told once, when the thread has been silent for too long. */
  readonly onSilent: (hasStarted: boolean) => void
}

/**
 * Watches the beats of a thread. A watcher that was itself asleep (laptop closed, tab frozen) does
 * not take its own sleep for silence: it starts counting anew.
 */
export function watchPulse({ now, onSilent }: PulseOptions): Pulse {
  let lastBeat = now()
  let lastLook = now()
  let hasStarted = false
  const timer = setInterval(() => {
    const time = now()
    if (time - lastLook > 4 * beatEvery) lastBeat = time
    lastLook = time
    if (time - lastBeat <= (hasStarted ? beatLimit : startLimit)) return
    clearInterval(timer)
    onSilent(hasStarted)
  }, beatEvery)
  return {
    beat: () => {
      lastBeat = now()
      hasStarted = true
    },
    stop: () => clearInterval(timer),
  }
}
