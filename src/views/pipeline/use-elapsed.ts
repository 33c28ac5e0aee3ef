import { useEffect, useState } from 'react'
import { useServices } from '../../state/hooks'

/** Milliseconds since a moment, ticking once a second; 0 while there is none. */
export function useElapsed(since: number | null): number {
  const { now } = useServices()
  const [time, setTime] = useState(now)
  useEffect(() => {
    if (since === null) return
    const timer = setInterval(() => setTime(now()), 1000)
    return () => clearInterval(timer)
  }, [since, now])
  return since === null ? 0 : Math.max(0, time - since)
}
