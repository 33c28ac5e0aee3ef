import { fitAsinh, transformAsinh } from '../asinh'
import { transformClr } from '../clr'
import { hellinger } from '../hellinger'
import { columnOf, type Matrix } from '../matrix'
import { fitMaxAbsScaler } from '../max-abs-scaler'
import { fitMinMaxScaler } from '../min-max-scaler'
import { fitPowerTransformer, transformPower } from '../power-transformer'
import {
  fitQuantileTransformer,
  inverseQuantiles,
  transformQuantiles,
} from '../quantile-transformer'
import { fitRobustScaler } from '../robust-scaler'
import { type Scaler, transformScaler } from '../scaler'
import { fitStandardScaler } from '../standard-scaler'
import { method } from './method'

/** The matrix after each transform and each scaler. */
export const scalingMethods = [
  method('standard scaler', (matrix) => scaledBy(fitStandardScaler, matrix)),
  method('min-max scaler', (matrix) => scaledBy(fitMinMaxScaler, matrix)),
  method('max-abs scaler', (matrix) => scaledBy(fitMaxAbsScaler, matrix)),
  method('robust scaler', (matrix) => scaledBy(fitRobustScaler, matrix)),
  method('quantile transformer', (matrix) =>
    transformQuantiles(fitQuantileTransformer(matrix), matrix),
  ),
  method('quantile transformer: inverse', (matrix) => {
    const shares = matrix.X.map((value) => Math.abs(value) / (1 + Math.abs(value)))
    return inverseQuantiles(fitQuantileTransformer(matrix), { ...matrix, X: shares })
  }),
  method(
    'power transformer',
    (matrix) => transformPower(fitPowerTransformer(matrix), matrix),
    1e-6,
  ),
  method('robust arcsinh', (matrix) => rowMajor(matrix, robustAsinh)),
  method('centred log-ratio', transformClr),
  method('Hellinger', ({ X }) => hellinger(X)),
]

function scaledBy(fit: (matrix: Matrix) => Scaler, matrix: Matrix): Float64Array {
  return transformScaler(fit(matrix), matrix)
}

function robustAsinh(column: Float64Array): Float64Array {
  const { center, scale } = fitAsinh(column)
  return transformAsinh(column, center, scale)
}

function rowMajor(matrix: Matrix, run: (column: Float64Array) => Float64Array): Float64Array {
  const { X, nFeatures } = matrix
  const columns = Array.from({ length: nFeatures }, (_, j) => run(columnOf(matrix, j)))
  return X.map((_, cell) => columns[cell % nFeatures][Math.floor(cell / nFeatures)])
}
