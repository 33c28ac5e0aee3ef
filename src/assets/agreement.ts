import { adjustedRandIndex } from '../math/adjusted-rand-index'
import { linearSumAssignment } from '../math/linear-sum-assignment'
import { labelCodes } from './label-codes'

/**
 * Two labelings of the same stores, `before[i]` and `after[i]` of store i, laid over each other.
 * `counts[r][c]` is the number of stores that went from `rows[r]` to `columns[c]`.
 */
export type Crossing = {
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  readonly counts: readonly (readonly number[])[]
}

/** Every label of either side in the order given, also those that no common store has. */
export function crossLabels(
  before: readonly string[],
  after: readonly string[],
  { rows, columns }: Pick<Crossing, 'rows' | 'columns'>,
): Crossing {
  const rowOf = indexOf(rows)
  const columnOf = indexOf(columns)
  const counts = rows.map(() => columns.map(() => 0))
  before.forEach((label, i) => {
    counts[rowOf.get(label) ?? -1][columnOf.get(after[i]) ?? -1] += 1
  })
  return { rows, columns, counts }
}

/**
 * Adjusted Rand index of two labelings of the same stores: 1 the same groups whatever their names,
 * about 0 by chance.
 * @throws RangeError when the lengths differ.
 */
export function agreementOf(before: readonly string[], after: readonly string[]): number {
  return adjustedRandIndex(labelCodes(before).codes, labelCodes(after).codes)
}

/**
 * The pairs of clusters, one each at most, that have the most stores in common in all (Hungarian
 * method). Two that share no store are no pair.
 */
export function pairByOverlap({
  rows,
  columns,
  counts,
}: Crossing): readonly (readonly [before: string, after: string])[] {
  if (rows.length === 0 || columns.length === 0) return []
  const costs = Float64Array.from(counts.flat(), (count) => -count)
  const columnOf = linearSumAssignment({
    X: costs,
    nSamples: rows.length,
    nFeatures: columns.length,
  })
  return rows.flatMap((row, r) => {
    const c = columnOf[r]
    return c === -1 || counts[r][c] === 0 ? [] : [[row, columns[c]] as const]
  })
}

function indexOf(labels: readonly string[]): ReadonlyMap<string, number> {
  return new Map(labels.map((label, i) => [label, i]))
}
