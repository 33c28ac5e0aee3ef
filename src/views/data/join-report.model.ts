import type { IdJoin, SharedStores } from '../../state/sources/id-joins'
import type { IdOffer } from '../../state/sources/id-offers'
import type { IdMatching } from '../../table/match-ids'
import type { IdRule } from '../../table/id-rules'
import { listed } from '../../ui/list-words'
import { formatAmount, formatCount } from '../../ui/number-format'
import type { CsvContent } from '../save-csv'
import type { JoinLine } from './join.model'
import { ruleWords } from './rule-words'

/** How two sides of one kind are called. */
export type Sides = {
  readonly kind: IdJoin['kind']
  readonly left: string
  readonly right: string
}

export function sidesOf({ kind, left, right }: IdJoin): Sides {
  if (kind === 'stores') return { kind, left: 'Internal', right: 'External' }
  if (kind === 'products') return { kind, left: 'Sales', right: 'Map' }
  return { kind, left: namesOf(left), right: namesOf(right) }
}

function namesOf(sources: IdJoin['left']): string {
  return sources.length > 2
    ? `${sources.length} files before it`
    : listed(sources.map(({ name }) => name))
}

const nouns = { stores: 'store', files: 'store', products: 'product' } as const

export function amountOf(n: number, { kind }: Pick<Sides, 'kind'>): string {
  return formatAmount(n, nouns[kind])
}

/** `40 more stores` */
function moreOf(n: number, { kind }: Pick<Sides, 'kind'>): string {
  return formatAmount(n, `more ${nouns[kind]}`)
}

/** `1,703 stores are in both views` */
export function matchingTitle(sides: Sides, matching: IdMatching): string {
  const { pairs, onlyLeft, onlyRight } = matching
  const verb = pairs.length === 1 ? 'is' : 'are'
  if (sides.kind === 'products')
    return onlyLeft.length === 0
      ? `All ${amountOf(pairs.length, sides)} sold ${verb} in the product map`
      : `${amountOf(onlyLeft.length, sides)} of ${formatCount(pairs.length + onlyLeft.length)} sold ${onlyLeft.length === 1 ? 'has' : 'have'} no need state`
  const where = sides.kind === 'stores' ? 'in both views' : `in ${sides.right} and ${sides.left}`
  if (pairs.length === 0) return `No store is ${where}`
  if (onlyLeft.length + onlyRight.length === 0)
    return `All ${amountOf(pairs.length, sides)} are ${where}`
  return `${amountOf(pairs.length, sides)} ${verb} ${where}`
}

/** The three lists add up to the ids of both sides: said, so that it can be checked. */
export function sumSentence(sides: Sides, { pairs, onlyLeft, onlyRight }: IdMatching): string {
  const side = (name: string, only: number) =>
    `${name} ${formatCount(pairs.length + only)} = ${formatCount(pairs.length)} in both + ${formatCount(only)} only there`
  return `${side(sides.left, onlyLeft.length)}. ${side(sides.right, onlyRight.length)}.`
}

/** Short names for the heads of the picture. */
export function pictureHeads({ kind, left, right }: Sides): readonly [string, string] {
  return kind === 'files' ? ['Before', 'Here'] : [left, right]
}

/** What becomes of the ids of each list. */
export function pictureLines({ kind }: Sides, matching: IdMatching): readonly JoinLine[] {
  const [both, left, right] = fates[kind]
  return [
    line([true, true], matching.pairs.length, both),
    line([true, false], matching.onlyLeft.length, left),
    line([false, true], matching.onlyRight.length, right),
  ]
}

function line([hasInternal, hasExternal]: readonly [boolean, boolean], n: number, text: string) {
  return { hasInternal, hasExternal, count: formatCount(n), text }
}

const fates = {
  stores: ['clustered and merged', 'internal label only', 'external label only'],
  files: ['known to both', 'not in this file', 'only in this file'],
  products: ['have a need state', 'sold without a need state', 'never sold'],
} as const

export type ListKind = 'both' | 'left' | 'right' | 'conflicts'

/** Ids of one list: what each side calls them, and how they came into it. */
export type IdLine = {
  readonly key: string
  readonly left: string
  readonly right: string
  readonly note: string
}

export type IdList = {
  readonly kind: ListKind
  readonly label: string
  readonly n: number
}

/** The lists that there are, each with its count; conflicts only where rules leave some. */
export function listsOf(sides: Sides, matching: IdMatching): readonly IdList[] {
  const { pairs, onlyLeft, onlyRight, conflicts } = matching
  const [left, right] = pictureHeads(sides)
  return [
    { kind: 'both', label: 'In both', n: pairs.length },
    { kind: 'left', label: `${left} only`, n: onlyLeft.length },
    { kind: 'right', label: `${right} only`, n: onlyRight.length },
    ...(conflicts.length === 0
      ? []
      : [{ kind: 'conflicts', label: 'Conflicts', n: conflicts.length } as const]),
  ]
}

/** The lines of one list, those that hold the searched text in an id of either side. */
export function listLines(matching: IdMatching, kind: ListKind, search: string): readonly IdLine[] {
  const wanted = search.trim().toLowerCase()
  const all = allLines(matching, kind)
  if (wanted === '') return all
  return all.filter(
    ({ left, right }) =>
      left.toLowerCase().includes(wanted) || right.toLowerCase().includes(wanted),
  )
}

function allLines(matching: IdMatching, kind: ListKind): readonly IdLine[] {
  const one = (left: string, right: string, note = '') => ({
    key: JSON.stringify([left, right]),
    left,
    right,
    note,
  })
  if (kind === 'both')
    return matching.pairs.map(({ left, right }) =>
      one(left, right, left === right ? 'Equal' : 'By rule'),
    )
  if (kind === 'left') return matching.onlyLeft.map((id) => one(id, ''))
  if (kind === 'right') return matching.onlyRight.map((id) => one('', id))
  return matching.conflicts.map(({ form, left, right }) =>
    one(left.join(' / '), right.join(' / '), `The same by the rules: ${form}`),
  )
}

/** A list as a file; the names of its columns say which side calls a store so. */
export function listCsv({ kind: what }: Sides, matching: IdMatching, kind: ListKind): CsvContent {
  const noun = nouns[what]
  const [left, right] = columnNames[what]
  if (kind === 'left') return { columns: [left], rows: matching.onlyLeft.map((id) => [id]) }
  if (kind === 'right') return { columns: [right], rows: matching.onlyRight.map((id) => [id]) }
  if (kind === 'both')
    return {
      columns: [left, right, 'matched'],
      rows: matching.pairs.map((pair) => [
        pair.left,
        pair.right,
        pair.left === pair.right ? 'equal' : 'by rule',
      ]),
    }
  return {
    columns: [`same_${noun}_by_rule`, left, right],
    rows: matching.conflicts.flatMap((conflict) => [
      ...conflict.left.map((id) => [conflict.form, id, '']),
      ...conflict.right.map((id) => [conflict.form, '', id]),
    ]),
  }
}

const columnNames = {
  stores: ['store_internal', 'store_external'],
  files: ['store_before', 'store_here'],
  products: ['product_sold', 'product_mapped'],
} as const

/** The name of a downloaded list, in parts: `stores_internal_only.csv`. */
export function listFileName(sides: Sides, kind: ListKind): readonly string[] {
  const what = sides.kind === 'products' ? 'products' : 'stores'
  const about = sides.kind === 'files' ? [what, sides.right] : [what]
  if (kind === 'both') return [...about, 'in_both']
  if (kind === 'conflicts') return [...about, 'conflicts']
  const names = {
    stores: ['internal', 'external'],
    files: ['before', 'here'],
    products: ['sales', 'map'],
  }
  const [left = '', right = ''] = names[sides.kind]
  return [...about, kind === 'left' ? left : right, 'only']
}

export type OfferLine = {
  readonly key: string
  readonly title: string
  readonly detail: string
  /** Ids that would stay apart because the rule makes them the same; empty where none. */
  readonly conflict: string
  readonly rules: readonly IdRule[]
}

type Offered = Pick<IdOffer, 'rule' | 'rules' | 'nAdded' | 'examples'> & {
  readonly nConflicts: number
  readonly conflict?: IdOffer['conflicts'][number] | undefined
}

/** What a rule would do, in words: how many more, which pairs, what it could not tell apart. */
export function offerLine(sides: Pick<Sides, 'kind'>, offer: Offered): OfferLine {
  const { rule, rules, nAdded, examples, nConflicts, conflict } = offer
  const pairs = examples.map(({ left, right }) => `${left} = ${right}`)
  const such = pairs.length === 0 ? '' : `, such as ${listed(pairs)}`
  return {
    key: rule,
    title: `${ruleWords[rule]}: ${formatCount(nAdded)} more`,
    detail: `${moreOf(nAdded, sides)} would match${such}.`,
    conflict: conflictSentence(nConflicts, conflict),
    rules,
  }
}

function conflictSentence(n: number, first: Offered['conflict']): string {
  if (n === 0) return ''
  const ids = first === undefined ? [] : [...new Set([...first.left, ...first.right])]
  const such = ids.length === 0 ? '' : `: ${listed(ids.slice(0, 4))}`
  return `${formatAmount(n, 'group')} of ids would be the same and ${n === 1 ? 'stays' : 'stay'} apart${such}.`
}

/** `Ids also match by leading zeros: 40 stores` */
export function inUseSentence(
  sides: Pick<Sides, 'kind'>,
  rules: readonly IdRule[],
  { byRule, conflicts }: IdMatching,
): string {
  const names = listed(rules.map((rule) => lowerFirst(ruleWords[rule])))
  const left = conflicts.length === 0 ? '' : `, ${formatAmount(conflicts.length, 'conflict')} left`
  return `Also matched, aside from ${names}: ${amountOf(byRule.length, sides)}${left}.`
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** `Internal: 0101, 0102 and 0103. External: 9, 10 and 11.`: what to compare where nothing matches. */
export function exampleIds(sides: Sides, { onlyLeft, onlyRight }: IdMatching): string {
  const few = (ids: readonly string[]) => listed(ids.slice(0, 3))
  return `${sides.left}: ${few(onlyLeft)}. ${sides.right}: ${few(onlyRight)}.`
}

/** `2,396 of 2,449 stores are in all 3 external files` */
export function sharedTitle({ nStores, nInAll, files }: SharedStores): string {
  return `${formatCount(nInAll)} of ${formatAmount(nStores, 'store')} ${nInAll === 1 ? 'is' : 'are'} in all ${formatCount(files.length)} external files`
}

export function sharedCsv({ files }: SharedStores): CsvContent {
  return {
    columns: ['file', 'store', 'status'],
    rows: files.flatMap(({ name, onlyHere, lacking }) => [
      ...onlyHere.map((id) => [name, id, 'only here']),
      ...lacking.map((id) => [name, id, 'not here']),
    ]),
  }
}
