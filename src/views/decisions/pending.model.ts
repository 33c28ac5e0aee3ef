import type { DecisionPlace, OverrideLine } from '../../state/overrides/overrides-slice'
import { formatAmount } from '../../ui/number-format'
import { placeKey, type ShownPlace } from './shown-places'

/** Decisions about stores of a place that its result does not have yet, or still has. */
export function pendingPlacings(
  lines: readonly OverrideLine[],
  place: DecisionPlace,
  outcomes: ShownPlace['outcomes'],
): number {
  const done = new Set(outcomes.map(({ id }) => id))
  return linesOf(lines, place).filter(
    ({ entry, standing }) =>
      entry.kind !== 'rename' && (standing === 'active') !== done.has(entry.id),
  ).length
}

/** Clusters of a place whose name in the result is not the one that people want it to have. */
export function pendingNames(
  lines: readonly OverrideLine[],
  place: DecisionPlace,
  names: ShownPlace['names'],
): number {
  return [...names].filter(([cluster, { name, isNamedByPerson }]) => {
    const [entry] = givenNames(lines, place, cluster)
    return entry === undefined ? isNamedByPerson : !isNamedByPerson || entry.name !== name
  }).length
}

export type NameEntry = Extract<OverrideLine['entry'], { readonly kind: 'rename' }>

/** Names that people gave a cluster and that were not taken back, the newest first: that one counts. */
export function givenNames(
  lines: readonly OverrideLine[],
  place: DecisionPlace,
  cluster: string,
): readonly NameEntry[] {
  return linesOf(lines, place).flatMap(({ entry, standing }) =>
    entry.kind === 'rename' && standing === 'active' && entry.cluster === cluster ? [entry] : [],
  )
}

/** `2 decisions are not in this result yet`; null where all are. */
export function pendingText(n: number, one: 'decision' | 'name'): string | null {
  if (n === 0) return null
  return `${formatAmount(n, one)} ${n === 1 ? 'is' : 'are'} not in this result yet.`
}

/** Newest first; a take-back is no decision of its own. */
function linesOf(lines: readonly OverrideLine[], place: DecisionPlace) {
  return lines.flatMap((line) =>
    line.standing !== 'revoke' && placeKey(line.entry) === placeKey(place) ? [line] : [],
  )
}
