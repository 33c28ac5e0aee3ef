import { compareText } from '../../../table/compare-text'
import type { NumberColumn } from '../../../table/table'
import { spearmanCorrelations } from './correlations'
import { type Filtered, readable } from './dropped'

const fewestColumns = 3
const fewestKept = 2

/** `auto`: about three standard errors of a rank correlation of nothing, at least 0.1. */
export function associationLimit(limit: 'auto' | number, nStores: number): number {
  return limit === 'auto' ? Math.max(0.1, 3 / Math.sqrt(nStores)) : limit
}

/**
 * Leaves out number columns that go with no other: noise. Each is judged by its largest |Spearman r|
 * with any other given column, all at once. With fewer than three columns nothing is judged, and
 * the two strongest always stay.
 */
export function dropUnassociated(
  columns: readonly NumberColumn[],
  limit: number,
  alwaysKept: ReadonlySet<string>,
): Filtered<NumberColumn> {
  if (columns.length < fewestColumns) return { kept: columns, dropped: [] }
  const strongest = strongestPartners(columns)
  const ranked = columns
    .map(({ name }, i) => ({ name, i, strength: Math.abs(strongest[i].r) }))
    .sort((a, b) => b.strength - a.strength || compareText(a.name, b.name))
  const stays = new Set(
    ranked
      .filter(({ name, strength }) => strength > limit || alwaysKept.has(name))
      .map(({ i }) => i),
  )
  for (const { i } of ranked) if (stays.size < fewestKept) stays.add(i)
  return {
    kept: columns.filter((_, i) => stays.has(i)),
    dropped: columns.flatMap(({ name }, i) => {
      if (stays.has(i)) return []
      const { r, partner } = strongest[i]
      const best = partner === null ? 'none' : `${readable(r)} with ${partner}`
      const detail = `Strongest Spearman r ${best}, not over ${readable(limit)}`
      return [{ name, code: 'association', detail, twin: partner, r: partner === null ? null : r }]
    }),
  }
}

type Partner = { readonly r: number; readonly partner: string | null }

function strongestPartners(columns: readonly NumberColumn[]): readonly Partner[] {
  const strongest = columns.map((): Partner => ({ r: 0, partner: null }))
  const correlation = spearmanCorrelations(columns)
  for (let i = 0; i < columns.length; i++)
    for (let j = 0; j < i; j++) {
      const r = correlation(i, j)
      if (Math.abs(r) > Math.abs(strongest[i].r)) strongest[i] = { r, partner: columns[j].name }
      if (Math.abs(r) > Math.abs(strongest[j].r)) strongest[j] = { r, partner: columns[i].name }
    }
  return strongest
}
