import type { OverrideBranch, OverrideEntry } from '../../assets/override'
import {
  type DecisionPlace,
  type OverrideLine,
  withoutStamp,
} from '../../state/overrides/overrides-slice'
import { formatAmount } from '../../ui/number-format'
import { type Result, resultOf } from './decision-result'
import { decisionText, type NameOf, placeText } from './decision-words'
import { placeKey, type Shown } from './shown-places'

export type LogRow = {
  readonly line: OverrideLine
  readonly place: DecisionPlace
  readonly text: string
  readonly result: Result
}

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
