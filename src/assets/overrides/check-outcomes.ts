import { firstFew } from '../first-few'
import type { CheckOutcome } from '../spec'
import type { OverrideOutcome } from '../value'

type Outcomes = readonly OverrideOutcome[]

/** Whether no override is in conflict, or about a store or a cluster that is not here. */
export function allHold(outcomes: Outcomes): CheckOutcome {
  const broken = outcomes.filter(({ status }) => status !== 'applied' && status !== 'no_effect')
  return {
    passed: broken.length === 0,
    metadata: {
      not_held: broken.length,
      overrides: outcomes.length,
      first: broken[0]?.message ?? null,
    },
  }
}

/** Whether all but the locks change something: a lock is there to keep a store where it is. */
export function allMatter(outcomes: Outcomes): CheckOutcome {
  const idle = outcomes.filter(({ kind, status }) => kind !== 'lock' && status === 'no_effect')
  return {
    passed: idle.length === 0,
    metadata: {
      without_effect: idle.length,
      overrides: outcomes.length,
      kinds: firstFew([...new Set(idle.map(({ kind }) => kind))]),
    },
  }
}
