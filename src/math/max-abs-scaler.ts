import { extent } from './extent'
import type { Matrix } from './matrix'
import { fitScaler, scaleOrOne, type Scaler } from './scaler'

/** Zero and the largest absolute value (scikit-learn `MaxAbsScaler`); missing cells are skipped. */
export function fitMaxAbsScaler(matrix: Matrix): Scaler {
  return fitScaler(matrix, (column) => {
    const { min, max } = extent(column)
    return { center: 0, scale: scaleOrOne(Math.max(Math.abs(min), Math.abs(max))) }
  })
}
