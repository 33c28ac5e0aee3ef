export type Batch<T> = {
  readonly add: (item: T) => void
  /** Hands over what is left at once. */
  readonly end: () => void
}

/**
 * Hands items over together, at most once in `ms` milliseconds, the first at once: thousands of
 * events of a run become a few changes of the screen.
 */
export function createBatch<T>(handOver: (items: readonly T[]) => void, ms: number): Batch<T> {
  let waiting: T[] = []
  let timer: ReturnType<typeof setTimeout> | null = null
  const flush = () => {
    const items = waiting
    waiting = []
    if (items.length > 0) handOver(items)
  }
  const tick = () => {
    timer = null
    if (waiting.length === 0) return
    flush()
    timer = setTimeout(tick, ms)
  }
  return {
    add: (item) => {
      waiting.push(item)
      if (timer !== null) return
      flush()
      timer = setTimeout(tick, ms)
    },
    end: () => {
      if (timer !== null) clearTimeout(timer)
      timer = null
      flush()
    },
  }
}
