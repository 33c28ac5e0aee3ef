import { compareText } from '../table/compare-text'
import type { Branch } from './spec'

/** Clusters that a person can have a say in: of one branch, or the merged ones. */
export type OverrideBranch = Branch | 'merged'

/** Where an override holds; a partition is a category, or `all` where there is none. */
type Place = { readonly branch: OverrideBranch; readonly category: string }

/**
 * What a person decided about stores or clusters. Clusters are named by their stable id as it is
 * published: `2`, or `2_1` where merged.
 */
export type Override = Place &
  (
    | { readonly kind: 'lock'; readonly stores: readonly string[]; readonly cluster: string }
    | { readonly kind: 'must_link'; readonly stores: readonly string[] }
    | { readonly kind: 'cannot_link'; readonly stores: readonly string[] }
    | { readonly kind: 'exclude'; readonly stores: readonly string[] }
    | { readonly kind: 'rename'; readonly cluster: string; readonly name: string }
  )

/** Which overrides an asset follows; every other one leaves it fresh. */
export type OverrideUse = {
  readonly branches: readonly OverrideBranch[]
  readonly kinds: readonly Override['kind'][]
}

/** Who decided, when (ISO 8601) and why. */
type Stamp = {
  readonly id: string
  readonly time: string
  readonly author: string
  readonly reason: string
}

/** One line of the append-only log: a decision, or that an earlier one (`of`) is taken back. */
export type OverrideEntry = Stamp & (Override | { readonly kind: 'revoke'; readonly of: string })

/** An override with the id of its entry, so that what came of it can be told. */
export type ActiveOverride = Override & { readonly id: string }

/**
 * The overrides of one partition that were not taken back, in the order of the log. Time, author and
 * reason are not in them: they change no result.
 */
export function activeOverrides(
  log: readonly OverrideEntry[],
  branch: OverrideBranch,
  category: string,
): readonly ActiveOverride[] {
  const revoked = new Set(log.flatMap((entry) => (entry.kind === 'revoke' ? [entry.of] : [])))
  return log.flatMap((entry) => {
    if (entry.kind === 'revoke' || revoked.has(entry.id)) return []
    if (entry.branch !== branch || entry.category !== category) return []
    const { time: _time, author: _author, reason: _reason, ...active } = entry
    return [withSortedStores(active)]
  })
}

function withSortedStores(override: ActiveOverride): ActiveOverride {
  if (override.kind === 'rename') return override
  return { ...override, stores: override.stores.toSorted(compareText) }
}
