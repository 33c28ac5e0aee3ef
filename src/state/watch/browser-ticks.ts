/**
 * Calls back about every `ms` milliseconds, and at once when a tab that the browser had slowed down
 * or put to sleep is looked at again.
 * @returns how to stop
 */
export function browserTicks(ms: number, onTick: () => void): () => void {
  const timer = setInterval(onTick, ms)
  const wake = () => {
    if (document.visibilityState === 'visible') onTick()
  }
  const signs = ['visibilitychange', 'resume'] as const
  for (const sign of signs) document.addEventListener(sign, wake)
  return () => {
    clearInterval(timer)
    for (const sign of signs) document.removeEventListener(sign, wake)
  }
}
