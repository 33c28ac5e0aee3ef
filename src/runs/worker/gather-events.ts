import type { RunEvent } from '../contract'

export type GatheredEvents = {
  readonly add: (event: RunEvent) => void
  /** Tells what is left. */
  readonly end: () => void
}

/**
 * Tells events together, every `ms` milliseconds: a run of a large chain has thousands, and the
 * page would be kept busy by the messages alone.
 */
export function gatherEvents(
  tell: (events: readonly RunEvent[]) => void,
  ms: number,
): GatheredEvents {
  let waiting: RunEvent[] = []
  const flush = () => {
    if (waiting.length === 0) return
    tell(waiting)
    waiting = []
  }
  const timer = setInterval(flush, ms)
  return {
    add: (event) => {
      waiting.push(event)
    },
    end: () => {
      clearInterval(timer)
      flush()
    },
  }
}
