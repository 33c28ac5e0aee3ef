import type { DimensionalityReducedFeatures } from '../feature-engineering/dimensionality-reduced-features/spec'

/** Stores in the space of a model, from rows of coordinates; those in `unfitted` are outliers. */
export function reducedOf(
  rows: readonly (readonly number[])[],
  unfitted: readonly number[] = [],
): DimensionalityReducedFeatures {
  const isOutlier = Uint8Array.from(rows, (_, i) => (unfitted.includes(i) ? 1 : 0))
  return {
    storeIds: rows.map((_, i) => `S${String(i).padStart(4, '0')}`),
    componentNames: (rows[0] ?? []).map((_, c) => `PC${c + 1}`),
    X: Float64Array.from(rows.flat()),
    hasData: new Uint8Array(rows.length).fill(1),
    isOutlier,
    isFitted: isOutlier.map((flag) => 1 - flag),
    pca: null,
    outlierPolicy: 'assign',
  }
}
