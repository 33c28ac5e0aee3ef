import type { ImputedFeatures } from '../../feature-engineering/imputed-features/spec'

/**
 * How many columns of the file were filled for each of `storeIds`; the levels of one encoded
 * column count once.
 */
export function countFilledColumns(
  { storeIds: rows, origins, filled }: ImputedFeatures,
  storeIds: readonly string[],
): Int32Array {
  const nFeatures = origins.length
  const counts = new Map<string, number>()
  rows.forEach((id, row) => {
    const cells = filled.subarray(row * nFeatures, (row + 1) * nFeatures)
    counts.set(id, new Set(origins.filter((_, j) => cells[j] === 1)).size)
  })
  return Int32Array.from(storeIds, (id) => counts.get(id) ?? 0)
}
