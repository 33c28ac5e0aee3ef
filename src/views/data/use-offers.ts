import { useEffect, useState } from 'react'
import type { IdJoin } from '../../state/sources/id-joins'
import { type IdOffer, offersFor } from '../../state/sources/id-offers'

type Offers = { readonly offers: readonly IdOffer[]; readonly isDone: boolean }

const none: Offers = { offers: [], isDone: false }
/** Of joins that are shown again. */
const known = new WeakMap<IdJoin, Offers>()

/** What rules would add to a join: one rule at a time, while nothing else goes on. */
export function useOffers(join: IdJoin): Offers {
  const [made, setMade] = useState<{ readonly of: IdJoin; readonly result: Offers } | null>(null)
  useEffect(() => {
    if (known.has(join)) return
    const rules = offersFor(join)
    const offers: IdOffer[] = []
    let stop = () => {}
    const work = () => {
      const { value, done = false } = rules.next()
      if (value !== undefined && value !== null) offers.push(value)
      if (!done) {
        stop = whenIdle(work)
        return
      }
      const result = { offers, isDone: true }
      known.set(join, result)
      setMade({ of: join, result })
    }
    stop = whenIdle(work)
    return () => stop()
  }, [join])
  return known.get(join) ?? (made?.of === join ? made.result : none)
}

/** @returns how to stop it */
function whenIdle(work: () => void): () => void {
  if ('requestIdleCallback' in window) {
    const id = requestIdleCallback(work, { timeout: 500 })
    return () => cancelIdleCallback(id)
  }
  const id = setTimeout(work, 20)
  return () => clearTimeout(id)
}
