import type { Source } from '../../runs/contract'
import type { Readiness } from '../../state/selectors'
import { seenProfile } from '../../state/sources/seen-profile'
import type { SourceEntry } from '../../state/sources/sources-slice'
import { formatAmount } from '../../ui/number-format'
import type { IdJoins } from '../../state/sources/id-joins'
import { joinOf } from './join.model'

export type DataAnswer = { readonly title: string; readonly detail: string }

export type DeskState = {
  readonly readiness: Readiness
  /** Everything that these files and settings give is there. */
  readonly isClustered: boolean
  readonly joins: Pick<IdJoins, 'stores' | 'products'>
}

/** The sentence of the Data screen, from what one pass over the files told. */
export function dataAnswer(entries: readonly SourceEntry[], desk: DeskState): DataAnswer {
  const sources = entries.flatMap((entry) => (entry.status === 'ready' ? [entry.source] : []))
  const nReading = entries.filter(({ status }) => status === 'reading').length
  if (nReading > 0)
    return {
      title: `Reading ${formatAmount(nReading, 'file')}.`,
      detail: detailOf(entries, sources, desk),
    }
  return { title: titleOf(sources, desk), detail: detailOf(entries, sources, desk) }
}

function titleOf(sources: readonly Source[], { readiness, isClustered, joins }: DeskState): string {
  if (readiness.can === 'none') return `${readiness.sentence}.`
  if (joins.stores?.matching.pairs.length === 0)
    return 'No store is in both views, so none can be crossed.'
  const stores = storeCount(sources)
  const categories = categoryCount(sources)
  const where = categories > 1 ? ` in ${formatAmount(categories, 'category', 'categories')}` : ''
  const verb = stores === 1 ? 'is' : 'are'
  return `${formatAmount(stores, 'store')}${where} ${verb} ${isClustered ? 'clustered' : 'ready to cluster'}.`
}

/** Stores of the internal side where there is one: those are the ones that get a cluster. */
function storeCount(sources: readonly Source[]): number {
  const main =
    sources.find(({ role }) => role === 'sales' || role === 'store_metrics') ??
    sources.find(({ role }) => role === 'external')
  return main === undefined ? 0 : distinctOf(main, main.columns.store)
}

function categoryCount(sources: readonly Source[]): number {
  const main = sources.find(
    ({ role, columns }) => role !== 'product_map' && columns.category !== null,
  )
  const column = main?.profile.columns.find(({ name }) => name === main.columns.category)
  if (column === undefined) return 0
  // Rows without a category are clustered as one more.
  return column.nDistinct + (column.nMissing > 0 ? 1 : 0)
}

function distinctOf(source: Source, name: string | null): number {
  return source.profile.columns.find((column) => column.name === name)?.nDistinct ?? 0
}

function detailOf(
  entries: readonly SourceEntry[],
  sources: readonly Source[],
  { joins }: DeskState,
): string {
  const rows = sources
    .filter(({ role }) => role === 'sales')
    .map(({ profile }) => `${formatAmount(profile.nRows, 'sales row')}.`)
  const nRejected = sources
    .flatMap((source) => seenProfile(source).columns)
    .reduce((sum, { nRejected: n }) => sum + n, 0)
  const nFailed = entries.filter(({ status }) => status === 'failed').length
  const nLost = entries.filter(({ status }) => status === 'lost').length
  const join = joins.stores === null ? null : joinOf(joins.stores.matching)
  const nOneSided = join === null ? 0 : join.onlyInternal + join.onlyExternal
  const nUnmatched = joins.products?.matching.onlyLeft.length ?? 0
  const problems = [
    ...(nRejected > 0 ? [formatAmount(nRejected, 'unreadable cell')] : []),
    ...(nUnmatched > 0 ? [`${formatAmount(nUnmatched, 'product')} without a need state`] : []),
    ...(nOneSided > 0 ? [`${formatAmount(nOneSided, 'store')} known in one view only`] : []),
    ...(nLost > 0 ? [`${formatAmount(nLost, 'file')} to choose again`] : []),
    ...(nFailed > 0 ? [`${formatAmount(nFailed, 'file')} that could not be read`] : []),
  ]
  const open = problems.length === 0 ? [] : [`To look at: ${problems.join(', ')}.`]
  const files = sources.length === 0 ? [] : [`${formatAmount(sources.length, 'file')} understood.`]
  return [...rows, ...files, ...open].join(' ')
}
