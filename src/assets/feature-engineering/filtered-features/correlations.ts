import { pearson } from '../../../math/pearson'
import { ranks } from '../../../math/ranks'
import { spearman } from '../../../math/spearman'
import { standardize } from '../../../math/standardize'
import type { NumberColumn } from '../../../table/table'

/** r of two columns by index, on the rows where both are present; NaN where it is not defined. */
export type Correlations = (i: number, j: number) => number

const fewestRows = 3

/** Pearson's r of every pair of columns. */
export function pearsonCorrelations(columns: readonly NumberColumn[]): Correlations {
  return correlations(columns, (present) => present, pearson)
}

/** Spearman's r of every pair of columns. */
export function spearmanCorrelations(columns: readonly NumberColumn[]): Correlations {
  return correlations(columns, ranks, spearman)
}

/**
 * Columns that miss the same rows, most often none, are standardised once instead of once a pair:
 * their r is a dot product. Other pairs are correlated on their own complete rows.
 */
function correlations(
  columns: readonly NumberColumn[],
  prepare: (present: Float64Array) => Float64Array,
  correlatePair: typeof pearson,
): Correlations {
  const standardized = columns.map(({ values }) => {
    const present = values.filter((value) => !Number.isNaN(value))
    return standardize(prepare(present))
  })
  const gaps = columns.map(({ values }) => gapsOf(values))
  return (i, j) => {
    if (gaps[i] !== gaps[j]) return correlatePair(columns[i].values, columns[j].values).r
    const [a, b] = [standardized[i], standardized[j]]
    if (a === null || b === null || a.length < fewestRows) return Number.NaN
    let sum = 0
    for (let row = 0; row < a.length; row++) sum += a[row] * b[row]
    return Math.min(1, Math.max(-1, sum / a.length))
  }
}

/** The same text for columns that miss the same rows. */
function gapsOf(values: Float64Array): string {
  const missing: number[] = []
  for (let row = 0; row < values.length; row++) if (Number.isNaN(values[row])) missing.push(row)
  return missing.join()
}
