import type { Source } from '../../runs/contract'
import type { CatalogueRow } from '../../state/sources/catalogue'
import { countRepeatedRows } from '../../state/sources/repeated-stores'
import { seenProfile } from '../../state/sources/seen-profile'
import { listed } from '../../ui/list-words'
import { formatAmount, formatCount, formatPercent } from '../../ui/number-format'
import { asksForLook, repeatedText } from './files.model'
import type { QualityItem, QualityTone } from './quality.model'
import { nRejectedOf } from './rejected.model'
import { accountSentence, confidenceOf } from './reading.model'

type Found = Omit<QualityItem, 'key' | 'where'> & { readonly key: string }

/** Every check of one file that its profile answers, also those with nothing to tell. */
export function fileItems(
  source: Source,
  rows: readonly CatalogueRow[],
  nUndecided: number,
): readonly QualityItem[] {
  return [
    reading(source),
    missing(source, rows),
    rejected(source),
    ...unnamed(source),
    ...repeated(source, nUndecided),
    ...features(source, rows),
  ].map((found) => ({ ...found, key: `${source.id} ${found.key}`, where: source.name }))
}

function columnsOf(source: Source, flag?: 'sensitive' | 'twin' | 'too_empty') {
  const target = { tab: 'columns', fileId: source.id } as const
  return {
    label: 'See the columns',
    target: flag === undefined ? target : { ...target, flag },
  }
}

function reading(source: Source): Found {
  const { id } = source
  const profile = seenProfile(source)
  const { words, isLow } = confidenceOf(profile.guess)
  const notes = profile.notes.length
  // Cells that are no number have a line of their own on the board.
  const doubts = profile.notes.filter((note) => asksForLook(note) && !isOfRejected(note))
  const repairs = notes === 0 ? '' : ` ${doubts[0] ?? `${formatAmount(notes, 'note')} on reading.`}`
  return {
    key: 'rows',
    tone: isLow || doubts.length > 0 ? 'warn' : 'ok',
    what: 'Rows read',
    finding: `${accountSentence(profile.account)}. ${words}.${repairs}`,
    next: {
      label: 'See how it is read',
      target: { tab: 'columns', fileId: id, shown: 'reading' },
    },
  }
}

function isOfRejected(note: string): boolean {
  return / (?:is|are) not a number /.test(note) && !note.includes('could be')
}

function missing(source: Source, rows: readonly CatalogueRow[]): Found {
  const { columns, nRows } = source.profile
  const nMissing = columns.reduce((sum, column) => sum + column.nMissing, 0)
  const nCells = columns.length * nRows
  const emptiest = columns.toSorted((a, b) => b.nMissing - a.nMissing)[0]
  const most =
    emptiest === undefined || nMissing === 0
      ? ''
      : `, most in ${emptiest.name} (${formatPercent(emptiest.nMissing / Math.max(1, nRows), 1)})`
  const lost = rows.filter(
    ({ use, reason }) =>
      use === 'all_missing' || (use === 'left_out' && !reason.endsWith('by you')),
  )
  const left = lost.length === 0 ? '' : ` ${formatAmount(lost.length, 'column')} too empty to use.`
  return {
    key: 'missing',
    tone: lost.length > 0 ? 'warn' : 'ok',
    what: 'Empty cells',
    finding: `${formatCount(nMissing)} of ${formatAmount(nCells, 'cell')} (${formatPercent(nCells === 0 ? 0 : nMissing / nCells, 1)})${most}.${left}`,
    next: columnsOf(source, lost.length > 0 ? 'too_empty' : undefined),
  }
}

function rejected(source: Source): Found {
  const profile = seenProfile(source)
  const n = nRejectedOf(profile)
  const where = profile.columns
    .filter(({ nRejected }) => nRejected > 0)
    .map(({ name, nRejected }) => `${name} ${formatCount(nRejected)}`)
  return {
    key: 'rejected',
    tone: n > 0 ? 'warn' : 'ok',
    what: 'Rejected cells',
    finding:
      n === 0
        ? 'Every cell of a number column is a number or missing.'
        : `${formatAmount(n, 'cell')} ${n === 1 ? 'is' : 'are'} no number and left empty: ${listed(where, 3)}.`,
    next:
      n === 0
        ? null
        : {
            label: 'See rejected cells',
            target: { tab: 'columns', fileId: source.id, shown: 'rejected' },
          },
  }
}

const unnamedWords = {
  store: 'Rows without a store',
  product: 'Rows without a product',
  category: 'Rows without a category',
  group: 'Rows without a need state',
} as const

/** Empty cells of the columns that say what a row is about. */
function unnamed(source: Source): readonly Found[] {
  const needs = ['store', 'product', 'category', 'group'] as const
  return needs.flatMap((need): readonly Found[] => {
    const column = source.profile.columns.find(({ name }) => name === source.columns[need])
    if (column === undefined) return []
    // What means missing elsewhere is an id here.
    const n = need === 'store' || need === 'product' ? column.nEmpty : column.nMissing
    return [
      {
        key: need,
        tone: n > 0 ? 'warn' : 'ok',
        what: unnamedWords[need],
        finding: `${formatCount(n)} of ${formatAmount(source.profile.nRows, 'row')}, by ${column.name}.`,
        next: n > 0 ? columnsOf(source) : null,
      },
    ]
  })
}

function repeated(source: Source, nUndecided: number): readonly Found[] {
  if (source.role === 'sales' || source.role === 'product_map') return []
  const n = countRepeatedRows(source)
  const tone: QualityTone = nUndecided > 0 ? 'fail' : n > 0 ? 'warn' : 'ok'
  const stop = nUndecided > 0 ? ' The run stops here until you choose what becomes of them.' : ''
  return [
    {
      key: 'repeated',
      tone,
      what: 'Duplicate stores',
      finding: n === 0 ? 'No store has a second row.' : `${repeatedText(n)}${stop}`,
      next: n === 0 ? null : columnsOf(source),
    },
  ]
}

/** Of columns that become features: sensitive ones, near-duplicates, shares of one whole. */
function features(source: Source, rows: readonly CatalogueRow[]): readonly Found[] {
  if (rows.every(({ canChange }) => !canChange)) return []
  const used = new Set(rows.filter(({ isFeature }) => isFeature).map(({ column }) => column.name))
  const sensitive = rows.filter(({ isSensitive, isFeature }) => isSensitive && isFeature)
  const twins = source.profile.twins.filter(
    ({ column, twin }) => used.has(column) && used.has(twin),
  )
  const names = sensitive.map(({ column }) => column.name)
  const pairs = twins.map(({ column, twin }) => `${column} and ${twin}`)
  return [
    {
      key: 'sensitive',
      tone: names.length > 0 ? 'warn' : 'ok',
      what: 'Sensitive columns',
      finding:
        names.length === 0
          ? 'No feature speaks of race, ethnicity or religion.'
          : `${formatAmount(names.length, 'feature')} to decide: ${listed(names, 4)}.`,
      next: names.length === 0 ? null : columnsOf(source, 'sensitive'),
    },
    {
      key: 'twins',
      tone: pairs.length > 0 ? 'warn' : 'ok',
      what: 'Near-duplicate columns',
      finding:
        pairs.length === 0
          ? 'No two features say nearly the same.'
          : `${formatAmount(pairs.length, 'pair')} of features ${pairs.length === 1 ? 'says' : 'say'} nearly the same: ${listed(pairs, 2)}.`,
      next: pairs.length === 0 ? null : columnsOf(source, 'twin'),
    },
    ...(source.profile.isCompositional
      ? [
          {
            key: 'shares',
            tone: 'ok' as const,
            what: 'Shares of one whole',
            finding: 'Every row of numbers adds up to the same: clr and hellinger are made for it.',
            next: { label: 'See the transform', target: { screen: 'configure' as const } },
          },
        ]
      : []),
  ]
}
