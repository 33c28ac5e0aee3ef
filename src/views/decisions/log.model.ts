import type { Override, OverrideBranch, OverrideEntry } from '../../assets/override'
import type { OverrideOutcome } from '../../assets/value'
import { type DecisionPlace, type OverrideLine, withoutStamp } from '../../state/overrides'
import { formatAmount } from '../../ui/number-format'
import { decisionText, type NameOf, placeText } from './decision-words'
import { costText } from './preview-words'
import { placeKey, type Shown, type ShownPlace } from './shown-places'

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

export type LogRow = {
  readonly line: OverrideLine
  readonly place: DecisionPlace
  readonly text: string
  readonly result: Result
}

const nothing: Result = { kind: 'none', word: '', text: '', stores: [], cost: null, share: null }

/** Every entry with what came of it: those that do not hold first, then the newest. */
export function logRows(lines: readonly OverrideLine[], shown: Shown): readonly LogRow[] {
  const entries = new Map(lines.map(({ entry }) => [entry.id, entry]))
  const replaced = replacedNames(lines)
  const nameOf: NameOf = (place, cluster) => shown(place)?.names.get(cluster)?.name ?? null
  const rows = lines.flatMap((line) => {
    const entry = decisionOf(line, entries)
    if (entry === null) return []
    const { branch, category } = entry
    const place = { branch, category }
    const text = decisionText(withoutStamp(entry), nameOf)
    const words = line.standing === 'revoke' ? `Taken back: ${text}` : text
    return [{ line, place, text: words, result: resultOf(line, shown(place), replaced) }]
  })
  const isBroken = ({ result }: LogRow) => result.kind === 'broken'
  return [...rows.filter(isBroken), ...rows.filter((row) => !isBroken(row))]
}

type Decided = Exclude<OverrideEntry, { readonly kind: 'revoke' }>

/** The decision that a line is about; null for one that takes back what is not in the log. */
function decisionOf(
  { entry }: OverrideLine,
  entries: ReadonlyMap<string, OverrideEntry>,
): Decided | null {
  const decided = entry.kind === 'revoke' ? entries.get(entry.of) : entry
  return decided === undefined || decided.kind === 'revoke' ? null : decided
}

/** Ids of names that a newer one of the same cluster stands for. */
function replacedNames(lines: readonly OverrideLine[]): ReadonlySet<string> {
  const newest = new Set<string>()
  const replaced = new Set<string>()
  for (const { entry, standing } of lines) {
    if (entry.kind !== 'rename' || standing !== 'active') continue
    const cluster = `${placeKey(entry)} ${entry.cluster}`
    if (newest.has(cluster)) replaced.add(entry.id)
    newest.add(cluster)
  }
  return replaced
}

function resultOf(
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

export type LogFilter = {
  readonly branch: OverrideBranch | null
  readonly category: string | null
}

export function filterRows(rows: readonly LogRow[], { branch, category }: LogFilter) {
  return rows.filter(
    ({ place }) =>
      (branch === null || place.branch === branch) &&
      (category === null || place.category === category),
  )
}

/** The categories that decisions were made in, in the order of the log. */
export function categoriesIn(rows: readonly LogRow[]): readonly string[] {
  return [...new Set(rows.map(({ place }) => place.category))].toSorted()
}

/** For the answer of a screen: what does not hold comes first; empty where all does. */
export function brokenSentence(rows: readonly LogRow[]): string {
  const broken = rows.filter(({ result }) => result.kind === 'broken')
  const [first] = broken
  if (first === undefined) return ''
  const verb = broken.length === 1 ? 'does' : 'do'
  return `${formatAmount(broken.length, 'decision')} ${verb} not hold: ${first.text} (${placeText(first.place)}).`
}

/** How many hold, and what they cost together, over the rows that are shown. */
export function logSentence(rows: readonly LogRow[]): string {
  const active = rows.filter(({ line }) => line.standing === 'active')
  const moved = new Set(rows.flatMap(({ result }) => result.stores))
  const parts = [
    `${formatAmount(active.length, 'decision')} in force`,
    moved.size === 0 ? '' : `${formatAmount(moved.size, 'store')} moved or left out by them`,
  ]
  return `${parts.filter((part) => part !== '').join(', ')}.`
}
