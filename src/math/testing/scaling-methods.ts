import type { Matrix } from '../matrix'
import { fitMaxAbsScaler } from '../max-abs-scaler'
import { fitMinMaxScaler } from '../min-max-scaler'
import { fitRobustScaler } from '../robust-scaler'
import { type Scaler, transformScaler } from '../scaler'
import { fitStandardScaler } from '../standard-scaler'
import { method } from './method'

/** The matrix after each scaler. */
export const scalingMethods = [
  method('standard scaler', (matrix) => scaledBy(fitStandardScaler, matrix)),
  method('min-max scaler', (matrix) => scaledBy(fitMinMaxScaler, matrix)),
  method('max-abs scaler', (matrix) => scaledBy(fitMaxAbsScaler, matrix)),
  method('robust scaler', (matrix) => scaledBy(fitRobustScaler, matrix)),
]

function scaledBy(fit: (matrix: Matrix) => Scaler, matrix: Matrix): Float64Array {
  return transformScaler(fit(matrix), matrix)
}
