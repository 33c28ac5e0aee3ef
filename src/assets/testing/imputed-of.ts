import type { ImputedFeatures } from '../feature-engineering/imputed-features/spec'

type Given = {
  readonly isCompositional?: boolean
  readonly origins?: readonly string[]
  /** Rows without an observed feature. */
  readonly noData?: readonly number[]
  readonly storeIds?: readonly string[]
}

/** A complete matrix from rows of numbers: stores S0000, S0001 ... and features f00, f01 ... */
export function imputedOf(
  rows: readonly (readonly number[])[],
  given: Given = {},
): ImputedFeatures {
  const width = rows[0]?.length ?? 0
  const featureNames = Array.from({ length: width }, (_, j) => `f${String(j).padStart(2, '0')}`)
  const noData = new Set(given.noData)
  return {
    storeIds: given.storeIds ?? rows.map((_, i) => `S${String(i).padStart(4, '0')}`),
    featureNames,
    origins: given.origins ?? featureNames,
    X: Float64Array.from(rows.flat()),
    isCompositional: given.isCompositional ?? false,
    hasData: Uint8Array.from(rows, (_, i) => (noData.has(i) ? 0 : 1)),
    filled: Uint8Array.from(rows.flatMap((row, i) => row.map(() => (noData.has(i) ? 1 : 0)))),
    columns: featureNames.map((name) => ({
      name,
      type: 'number',
      fill: 0,
      fillRange: null,
      nFilled: noData.size,
      encoding: null,
      levels: [],
    })),
    imputer: null,
    excluded: [],
  }
}
