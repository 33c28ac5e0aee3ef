import { mean } from '../../../math/mean'
import { median } from '../../../math/median'
import { mode } from '../../../math/mode'
import { compareText } from '../../../table/compare-text'
import type { Column, LevelColumn, NumberColumn } from '../../../table/table'
import type { StageSpecs } from '../../branch'
import type { ParamsOf } from '../../spec'

type FillParams = Pick<
  ParamsOf<StageSpecs['imputed']>,
  'imputation_type' | 'numeric_imputation' | 'categorical_imputation'
>

/**
 * What every missing cell of the column takes, learnt on the given rows (those with data); null
 * where nothing is filled, or each store takes its own value. Parity with scikit-learn's
 * SimpleImputer: mean, median, most_frequent (the smallest on a tie), constant.
 */
export function fillValue(
  column: Column,
  rows: readonly number[],
  params: FillParams,
): number | string | null {
  if (params.imputation_type === 'none') return null
  if (column.type === 'number' && params.imputation_type !== 'simple') return null
  return column.type === 'number'
    ? fillNumber(column, rows, params.numeric_imputation)
    : fillText(column, rows, params.categorical_imputation)
}

/** Whether a store with a missing cell in this column is left out instead. */
export function dropsStores(column: Column, params: FillParams): boolean {
  if (params.imputation_type === 'none') return false
  if (column.type === 'number' && params.imputation_type !== 'simple') return false
  const rule = column.type === 'number' ? params.numeric_imputation : params.categorical_imputation
  return rule === 'drop'
}

function fillNumber(
  { values }: NumberColumn,
  rows: readonly number[],
  rule: FillParams['numeric_imputation'],
): number | null {
  if (rule === 'drop') return null
  if (typeof rule === 'number') return rule
  const observed = Float64Array.from(rows, (row) => values[row])
  const statistic = { mean, median, mode }[rule](observed)
  return Number.isNaN(statistic) ? null : statistic
}

function fillText(
  { codes, levels }: LevelColumn,
  rows: readonly number[],
  rule: string,
): string | null {
  if (rule === 'drop') return null
  if (rule !== 'mode') return rule
  const counts = new Int32Array(levels.length)
  for (const row of rows) if (codes[row] !== -1) counts[codes[row]] += 1
  const present = levels.map((level, code) => ({ level, n: counts[code] })).filter(({ n }) => n > 0)
  present.sort((a, b) => b.n - a.n || compareText(a.level, b.level))
  return present[0]?.level ?? null
}
