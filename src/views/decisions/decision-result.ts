import type { Override } from '../../assets/override'
import type { OverrideOutcome } from '../../assets/value'
import type { OverrideLine } from '../../state/overrides/overrides-slice'
import { costText } from './preview-words'
import type { ShownPlace } from './shown-places'

/** What the shown run made of a decision; `word` is the short form of it. */
export type Result = {
  readonly kind: 'held' | 'broken' | 'waiting' | 'none'
  readonly word: string
  /** What was done, and where it does not hold, why and what to do next. */
  readonly text: string
  readonly stores: readonly string[]
  readonly cost: number | null
  readonly share: number | null
}

const nothing: Result = { kind: 'none', word: '', text: '', stores: [], cost: null, share: null }

/** What the result that is shown made of a line of the log; `replaced` are names with a newer one. */
export function resultOf(
  line: OverrideLine,
  place: ShownPlace | null,
  replaced: ReadonlySet<string>,
): Result {
  if (line.standing === 'revoke') return nothing
  if (replaced.has(line.entry.id))
    return { ...nothing, word: 'Replaced', text: 'A later decision names this cluster.' }
  const { entry, standing } = line
  const outcome = place?.outcomes.find(({ id }) => id === entry.id)
  if (standing === 'revoked')
    return outcome === undefined
      ? nothing
      : waiting('Taken back, and still in the result that is shown. Run to take it out.')
  if (entry.kind === 'rename') return nameResult(entry, place)
  if (place === null) return waiting('The run that is shown has no such clusters.')
  if (outcome === undefined) return waiting('Not in the result that is shown. Run to apply it.')
  return placingResult(outcome, place.within)
}

function waiting(text: string): Result {
  return { ...nothing, kind: 'waiting', word: 'Not run yet', text }
}

function placingResult(outcome: OverrideOutcome, within: number): Result {
  const { status, stores, cost, message } = outcome
  const holds = status === 'applied' || status === 'no_effect'
  const share = within > 0 ? cost / within : null
  const isMoved = outcome.kind !== 'exclude' && stores.length > 0
  return {
    kind: holds ? 'held' : 'broken',
    word: statusWords[status],
    text: isMoved ? `${message} ${costText(cost, share)}.` : message,
    stores,
    cost,
    share,
  }
}

const statusWords: Readonly<Record<OverrideOutcome['status'], string>> = {
  applied: 'Applied',
  no_effect: 'No effect',
  conflict: 'Conflict',
  unknown_store: 'Unknown store',
  unknown_cluster: 'Unknown cluster',
}

function nameResult(
  { cluster, name }: Extract<Override, { readonly kind: 'rename' }>,
  place: ShownPlace | null,
): Result {
  if (place === null || place.names.size === 0)
    return waiting('The run that is shown has no such names.')
  const shown = place.names.get(cluster)
  if (shown === undefined) {
    const text = `Cluster ${cluster} is not in this result: it is retired, or never was. Take this back, or go back to settings that give it.`
    return { ...nothing, kind: 'broken', word: 'Unknown cluster', text }
  }
  if (shown.isNamedByPerson && shown.name === name)
    return { ...nothing, kind: 'held', word: 'Applied', text: '' }
  return waiting('The result that is shown has another name. Run to apply the newest one.')
}
