import type { Matrix } from './matrix'
import { mean } from './mean'
import { fitScaler, type Scaler } from './scaler'
import { standardDeviation } from './standard-deviation'

/** Mean and standard deviation, ddof 0 (scikit-learn `StandardScaler`); missing cells are skipped. */
export function fitStandardScaler(matrix: Matrix): Scaler {
  return fitScaler(matrix, (column) => {
    const center = mean(column)
    const scale = standardDeviation(column)
    return { center, scale: isConstant(center, scale, column.length) ? 1 : scale }
  })
}

/** Whether the spread is only the rounding of the mean (scikit-learn `_is_constant_feature`). */
function isConstant(center: number, scale: number, n: number): boolean {
  const ofMean = (n * Number.EPSILON * center) / scale
  return scale === 0 || 1 <= n * Number.EPSILON + ofMean * ofMean
}
