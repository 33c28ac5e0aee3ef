import { type Explanation, reasonsFor } from './explain-moves'
import type { Place } from './placements'
import type { Reason } from './reasons-of'
import type { DataSplit } from './split-data'
import type { Thing } from './things-between'

/**
 * `Method; ns_sales.csv, own data`: each alone explains the move. Where none does it is several at
 * once; with some untested it may also be one of those. Null where nobody asked.
 */
export function reasonText(explanation: Explanation, place: Place, store: string): string | null {
  const { things, memberships } = explanation
  if (!memberships.some((one) => one.view === place.view && one.category === place.category))
    return null
  const reasons = reasonsFor(explanation, place, store)
  if (reasons.length > 0) return reasons.map(oneReason).join('; ')
  const untested = things.filter(({ isTested }) => !isTested)
  if (untested.length === 0) return 'several at once'
  return `not found (${untested.map(({ thing }) => thingText(thing)).join(' and ')} not tested)`
}

function oneReason({ thing, split }: Reason): string {
  return split === null ? thingText(thing) : `${thingText(thing)}, ${splitWords[split]}`
}

export function thingText(thing: Thing): string {
  switch (thing.kind) {
    case 'setting':
      return thing.name
    case 'input':
      return thing.input.after?.name ?? thing.input.before?.name ?? thing.input.role
    case 'overrides':
      return 'overrides'
    case 'baseline':
      return 'baseline'
    case 'code':
      return 'code version'
  }
}

const splitWords: Readonly<Record<DataSplit, string>> = {
  own_data: 'own data',
  centre_drift: 'centre drift',
  either: 'own data or centre drift',
  together: 'own data and centre drift together',
}
