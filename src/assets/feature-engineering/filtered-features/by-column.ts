import { extent } from '../../../math/extent'
import { variance } from '../../../math/variance'
import type { Column } from '../../../table/table'
import { rowNumberReason, useOfColumn } from '../../column-use'
import { isUnnamed } from '../../column-words'
import { missingShare, tooEmpty } from '../../missing-share'
import { drop, type Dropped } from './dropped'

export type ColumnLimits = {
  readonly ignored: ReadonlySet<string>
  /** Kept for display only by the asset that made the table. */
  readonly labels: ReadonlySet<string>
  readonly max_missing: number | null
  readonly max_categories: number | null
  readonly min_variance: number | null
}

/** Why a column alone is no feature: the first reason that holds, or null. */
export function reasonAgainst(column: Column, nRows: number, limits: ColumnLimits): Dropped | null {
  const { name } = column
  if (limits.ignored.has(name)) return drop(name, 'ignored', 'Left out by ignore_features')
  if (limits.labels.has(name))
    return isUnnamed(name)
      ? drop(name, 'id_like', rowNumberReason)
      : drop(name, 'label', 'Kept for display by the asset before')
  const { use, reason } = useOfColumn(column)
  if (use !== 'feature' && use !== 'constant') return drop(name, use, reason)
  const share = missingShare(column, nRows)
  if (limits.max_missing !== null && share > limits.max_missing)
    return drop(name, 'missing', tooEmpty(share, limits.max_missing))
  const nLevels = column.type === 'number' ? 0 : new Set(column.codes.filter((c) => c !== -1)).size
  if (limits.max_categories !== null && nLevels > limits.max_categories)
    return drop(name, 'levels', `${nLevels} different texts, over ${limits.max_categories}`)
  if (use === 'constant') return drop(name, 'constant', reason)
  return tooFlat(column, limits.min_variance)
}

/** Population variance of the present cells after min-max scaling, at most 0.25. */
function tooFlat(column: Column, limit: number | null): Dropped | null {
  if (column.type !== 'number' || limit === null) return null
  const { min, max } = extent(column.values)
  // A range beyond the largest double is halved, else every cell would be scaled to 0.
  const unit = Number.isFinite(max - min) ? 1 : 2
  const range = max / unit - min / unit
  const scaled = variance(column.values.map((value) => (value / unit - min / unit) / range))
  if (scaled > limit) return null
  const detail = `Variance ${scaled.toPrecision(3)} after min-max scaling, not over ${limit}`
  return drop(column.name, 'variance', detail)
}
