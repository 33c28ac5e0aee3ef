import type { SourceProfile } from '../../files/source-profile'
import type { CatalogueRow, CatalogueUse } from '../../state/sources/catalogue'
import { formatAmount, formatCount, formatNumber, formatPercent } from '../../ui/number-format'
import { type Flag, flagsOf } from './flags.model'

const useLabels: Readonly<Record<CatalogueUse, string>> = {
  store: 'Store id',
  product: 'Product',
  category: 'Category',
  value: 'Money',
  group: 'Need state',
  feature: 'Feature',
  id_like: 'Id',
  geo: 'Map',
  label: 'Label',
  date: 'Date',
  constant: 'Left out',
  all_missing: 'Left out',
  left_out: 'Left out',
  unused: 'Not used',
}

export type CatalogueLine = {
  readonly name: string
  readonly use: string
  readonly type: string
  readonly missing: string
  readonly hasMissing: boolean
  readonly distinct: string
  readonly min: string
  readonly median: string
  readonly max: string
  readonly histogram: readonly number[]
  readonly note: string
  readonly warns: boolean
  /** Why: every flag in full, with the way back. */
  readonly why: string
  readonly flags: readonly Flag[]
  readonly row: CatalogueRow
}

/** The catalogue as text; features first in file order, what is left out at the end. */
export function catalogueLines(
  rows: readonly CatalogueRow[],
  file: Pick<SourceProfile, 'nRows' | 'twins'>,
  search: string,
): readonly CatalogueLine[] {
  const wanted = search.trim().toLowerCase()
  return rows
    .filter(({ column }) => column.name.toLowerCase().includes(wanted))
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .map((row) => lineOf(row, file))
}

function rankOf({ use, isFeature }: CatalogueRow): number {
  if (isFeature) return 1
  return use === 'constant' || use === 'all_missing' || use === 'left_out' ? 2 : 0
}

function lineOf(
  row: CatalogueRow,
  { nRows, twins }: Pick<SourceProfile, 'nRows' | 'twins'>,
): CatalogueLine {
  const { column, isFeature, reason } = row
  const flags = flagsOf(row, twins)
  const range = rangeTexts(row)
  return {
    name: column.name,
    use: isFeature ? 'Feature' : useLabels[row.use],
    type: isId(row) ? 'text' : column.type,
    missing: missingText(column.nMissing, nRows),
    hasMissing: column.nMissing > 0,
    distinct: `${formatCount(column.nDistinct)}${column.distinctIsExact ? '' : '+'}`,
    ...range,
    histogram: isMeasure(row) ? column.histogram : [],
    note: noteOf(flags, reason),
    warns: flags.some(({ warns }) => warns),
    why: flags.length === 0 ? reason : flags.map((flag) => flag.reason).join(' '),
    flags,
    row,
  }
}

/** One decimal only where a whole percent would hide that something is missing. */
export function missingText(nMissing: number, nRows: number): string {
  if (nMissing === 0 || nRows === 0) return '0'
  const share = nMissing / nRows
  return share < 0.0005 ? '<0.1\u202f%' : formatPercent(share, share < 0.01 ? 1 : 0)
}

type RangeTexts = { readonly min: string; readonly median: string; readonly max: string }

function rangeTexts({ use, column }: CatalogueRow): RangeTexts {
  const { range, levels } = column
  const isName = use === 'id_like' || use === 'store' || use === 'product'
  if (range !== null && !isName) {
    const isLarge = Math.max(Math.abs(range.min), Math.abs(range.max)) >= 10_000
    const decimals = isLarge ? 0 : Math.min(range.decimals, 2)
    // A year is a name of a time, not an amount: it has no thousands.
    const text = (value: number) => (use === 'date' ? String(value) : formatNumber(value, decimals))
    return { min: text(range.min), median: text(range.median), max: text(range.max) }
  }
  if (use === 'constant') return { min: '', median: levels[0] ?? '', max: '' }
  if (isId({ use }) && column.levelsAreComplete) {
    const ids = column.type === 'number' ? levels.toSorted((a, b) => Number(a) - Number(b)) : levels
    return { min: ids[0] ?? '', median: '', max: ids.at(-1) ?? '' }
  }
  return { min: '', median: '', max: '' }
}

/** Ids are kept as text, whatever their cells look like. */
function isId({ use }: Pick<CatalogueRow, 'use'>): boolean {
  return use === 'store' || use === 'product'
}

/** A spread is of amounts: of ids and places it says nothing. */
function isMeasure({ use, isFeature, canChange }: CatalogueRow): boolean {
  return isFeature || use === 'value' || (canChange && use === 'left_out')
}

/** The first flag in a few words, and how many more there are. */
function noteOf(flags: readonly Flag[], reason: string): string {
  const [first, ...more] = flags
  if (first === undefined) return reason
  return more.length === 0 ? first.short : `${first.short} +${more.length}`
}

/** `9 of 16 columns in market.csv become features` */
export function catalogueTitle(rows: readonly CatalogueRow[], fileName: string): string {
  const nFeatures = rows.filter(({ isFeature }) => isFeature).length
  if (rows.every(({ canChange }) => !canChange))
    return `${formatAmount(rows.length, 'column')} in ${shortName(fileName)}`
  const verb = nFeatures === 1 ? 'becomes a feature' : 'become features'
  return `${formatCount(nFeatures)} of ${formatAmount(rows.length, 'column')} in ${shortName(fileName)} ${verb}`
}

const longName = 36

/** A long file name keeps its start and its end: `placer_store_feat…remaining.csv`. */
function shortName(name: string): string {
  return name.length <= longName ? name : `${name.slice(0, 18)}…${name.slice(-14)}`
}
