import type { OverrideEntry } from '../../assets/override'
import type { Configuration } from '../../config/configuration'

/** The log of a run only ever grows; two runs may still have followed different logs. */
export type OverrideChanges = {
  readonly nBefore: number
  readonly nAfter: number
  readonly added: readonly OverrideEntry[]
  readonly gone: readonly OverrideEntry[]
}

/** Runs that were kept before there were overrides have no log. */
type WithLog = { readonly overrides?: Configuration['overrides'] }

export function overridesBetween(before: WithLog, after: WithLog): OverrideChanges {
  const [earlier, later] = [before.overrides ?? [], after.overrides ?? []]
  const missingIn = (log: readonly OverrideEntry[]) => {
    const ids = new Set(log.map(({ id }) => id))
    return ({ id }: OverrideEntry) => !ids.has(id)
  }
  return {
    nBefore: earlier.length,
    nAfter: later.length,
    added: later.filter(missingIn(earlier)),
    gone: earlier.filter(missingIn(later)),
  }
}
