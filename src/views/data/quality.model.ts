import type { Source } from '../../runs/contract'
import type { Readiness } from '../../state/selectors'
import type { CatalogueRow } from '../../state/sources/catalogue'
import type { IdJoins } from '../../state/sources/id-joins'
import type { PlaceDoubt } from '../../state/sources/place-doubts'
import type { SourceEntry } from '../../state/sources/sources-slice'
import { formatAmount, formatCount } from '../../ui/number-format'
import type { CsvContent } from '../save-csv'
import type { CheckLine } from './checks.model'
import type { DeskTarget } from './desk-place'
import { fileItems } from './file-quality.model'
import { matchingTitle, sidesOf, sumSentence } from './join-report.model'

export type QualityTone = 'fail' | 'warn' | 'ok'

/** One thing that was looked at: what, where, what was found, and where it is mended. */
export type QualityItem = {
  readonly key: string
  readonly tone: QualityTone
  readonly what: string
  /** A file, several, or an asset. */
  readonly where: string
  readonly finding: string
  readonly next: { readonly label: string; readonly target: DeskTarget } | null
}

export type DeskFacts = {
  readonly sources: readonly Source[]
  readonly catalogues: ReadonlyMap<string, readonly CatalogueRow[]>
  readonly joins: IdJoins
  readonly doubts: readonly PlaceDoubt[]
  /** Rows that repeat a store while no rule says what becomes of them, by file. */
  readonly undecided: ReadonlyMap<string, number>
  /** Files that could not be read. */
  readonly failed: readonly Pick<FailedEntry, 'id' | 'name' | 'failure'>[]
  readonly readiness: Readiness
}

type FailedEntry = Extract<SourceEntry, { readonly status: 'failed' }>

/** All that one pass over the files tells, before a run; what asks for a person first. */
export function itemsBefore(facts: DeskFacts): readonly QualityItem[] {
  const { sources, catalogues, undecided, joins, doubts, failed, readiness } = facts
  return sorted([
    ...readyItems(readiness),
    ...failed.map(failedItem),
    ...doubts.map(doubtItem),
    ...joinItems(joins),
    ...sources.flatMap((source) =>
      fileItems(source, catalogues.get(source.id) ?? [], undecided.get(source.id) ?? 0),
    ),
  ])
}

/** What stands above the screen stands on the board as well: nothing runs before it is mended. */
function readyItems({ can, sentence }: Readiness): readonly QualityItem[] {
  if (can !== 'none') return []
  return [
    {
      key: 'ready',
      tone: 'fail',
      what: 'Files of a run',
      where: 'All files',
      finding: `${sentence}.`,
      next: null,
    },
  ]
}

function failedItem({ id, name, failure }: DeskFacts['failed'][number]): QualityItem {
  return {
    key: `${id} failed`,
    tone: 'warn',
    what: 'Not read',
    where: name,
    finding: failure.message,
    next: { label: 'See the file', target: { tab: 'columns', fileId: id } },
  }
}

function doubtItem({ code, path, severity, message, hint }: PlaceDoubt): QualityItem {
  if (code === 'unknown_stores')
    return {
      key: code,
      tone: 'warn',
      what: 'Stores to leave out',
      where: path,
      finding: `${message} ${hint}`,
      next: { label: 'See the setting', target: { screen: 'configure' } },
    }
  return {
    key: `${code} ${path}`,
    tone: severity === 'error' ? 'fail' : 'warn',
    what: 'Right place',
    where: path,
    finding: message,
    next: { label: 'See the file', target: { tab: 'columns', fileId: path } },
  }
}

function joinItems({ stores, products, shared }: IdJoins): readonly QualityItem[] {
  const next = { label: 'See the join', target: { tab: 'join' } } as const
  const items: QualityItem[] = []
  if (stores !== null) {
    const { matching } = stores
    const { pairs, onlyLeft, onlyRight, conflicts } = matching
    const sides = sidesOf(stores)
    const isWhole = onlyLeft.length + onlyRight.length + conflicts.length === 0
    items.push({
      key: 'stores',
      tone: pairs.length === 0 ? 'fail' : isWhole ? 'ok' : 'warn',
      what: 'Stores of both views',
      where: 'Internal and external',
      finding: `${matchingTitle(sides, matching)}. ${sumSentence(sides, matching)}`,
      next,
    })
  }
  if (products !== null) {
    const { matching } = products
    items.push({
      key: 'products',
      tone: matching.onlyLeft.length === 0 ? 'ok' : 'warn',
      what: 'Products with a need state',
      where: 'Sales and product map',
      finding: `${matchingTitle(sidesOf(products), matching)}.`,
      next,
    })
  }
  if (shared !== null)
    items.push({
      key: 'shared',
      tone: shared.nInAll === shared.nStores ? 'ok' : 'warn',
      what: 'Stores of every external file',
      where: formatAmount(shared.files.length, 'external file'),
      finding: `${formatCount(shared.nInAll)} of ${formatAmount(shared.nStores, 'store')} are in all of them, ${formatCount(shared.nStores - shared.nInAll)} in some.`,
      next,
    })
  return items
}

/** What the checks of a run found, with what each says to do next. */
export function itemsAfter(lines: readonly CheckLine[]): readonly QualityItem[] {
  return sorted(
    lines.map(({ key, tone, title, detail, next }) => ({
      key: `run ${key}`,
      tone,
      what: title,
      where: key.split(' ')[0] ?? '',
      finding: next === '' ? detail : `${detail} ${next}`,
      next: targetOfCheck(key),
    })),
  )
}

/** Only where the desk itself is the place to mend it; everything else has its words. */
function targetOfCheck(key: string): QualityItem['next'] {
  const name = key.split(' ')[1] ?? ''
  const join = { label: 'See the join', target: { tab: 'join' } } as const
  const out = { label: 'See what is left out', target: { tab: 'left-out' } } as const
  const filters = { label: 'See the filters', target: { tab: 'filters' } } as const
  return (
    new Map<string, QualityItem['next']>([
      ['some_stores_in_both', join],
      ['most_stores_in_both', join],
      ['ids_written_alike', join],
      ['ids_told_apart', join],
      ['stores_in_all_files', join],
      ['sales_matched', join],
      ['some_sales_matched', join],
      ['products_written_alike', join],
      ['rows_readable', out],
      ['stores_with_total', out],
      ['stores_with_data', out],
      ['states_known', filters],
    ]).get(name) ?? { label: 'See the check', target: { screen: 'pipeline' } }
  )
}

const order: Readonly<Record<QualityTone, number>> = { fail: 0, warn: 1, ok: 2 }

function sorted(items: readonly QualityItem[]): readonly QualityItem[] {
  return items.toSorted((a, b) => order[a.tone] - order[b.tone])
}

/** `3 things to look at, 14 are in order` */
export function qualityTitle(items: readonly QualityItem[]): string {
  const nStops = items.filter(({ tone }) => tone === 'fail').length
  const nOpen = items.filter(({ tone }) => tone === 'warn').length
  const nGood = items.length - nStops - nOpen
  const good = nGood === 0 ? '' : `, ${formatCount(nGood)} in order`
  if (nStops + nOpen === 0) return `All ${formatAmount(nGood, 'finding')} in order`
  const stops = nStops === 0 ? '' : `${formatCount(nStops)} to mend before a run, `
  return `${stops}${formatCount(nOpen)} to look at${good}`
}

export const toneWords: Readonly<Record<QualityTone, string>> = {
  fail: 'Stops',
  warn: 'Look at it',
  ok: 'In order',
}

export function qualityCsv(items: readonly QualityItem[]): CsvContent {
  return {
    columns: ['severity', 'what', 'where', 'finding'],
    rows: items.map(({ tone, what, where, finding }) => [toneWords[tone], what, where, finding]),
  }
}
