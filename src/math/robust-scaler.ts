import type { Matrix } from './matrix'
import { presentOf } from './present-of'
import { quantileSorted } from './quantile'
import { fitScaler, scaleOrOne, type Scaler } from './scaler'

/**
 * Median and the range from the 25th to the 75th percentile, linear (scikit-learn
 * `RobustScaler`); missing cells are skipped.
 */
export function fitRobustScaler(matrix: Matrix): Scaler {
  return fitScaler(matrix, (column) => {
    const sorted = presentOf(column).sort()
    const range = quantileSorted(sorted, 0.75) - quantileSorted(sorted, 0.25)
    return { center: quantileSorted(sorted, 0.5), scale: scaleOrOne(range) }
  })
}
