import { extent } from './extent'
import type { Matrix } from './matrix'
import { fitScaler, scaleOrOne, type Scaler } from './scaler'

/** Smallest value and range (scikit-learn `MinMaxScaler`, 0..1); missing cells are skipped. */
export function fitMinMaxScaler(matrix: Matrix): Scaler {
  return fitScaler(matrix, (column) => {
    const { min, max } = extent(column)
    return { center: min, scale: scaleOrOne(max - min) }
  })
}
