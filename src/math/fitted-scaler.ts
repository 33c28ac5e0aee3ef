import type { Matrix } from './matrix'
import { inversePower, type PowerTransformer, transformPower } from './power-transformer'
import {
  inverseQuantiles,
  type QuantileTransformer,
  transformQuantiles,
} from './quantile-transformer'
import { inverseScaler, type Scaler, transformScaler } from './scaler'

/** Any scaler as plain data. */
export type FittedScaler =
  | ({ readonly kind: 'affine' } & Scaler)
  | ({ readonly kind: 'quantile' } & QuantileTransformer)
  | ({ readonly kind: 'power' } & PowerTransformer)

/** The scaled matrix, nSamples x nFeatures, row-major; NaN stays NaN. */
export function applyScaler(scaler: FittedScaler, matrix: Matrix): Float64Array {
  switch (scaler.kind) {
    case 'affine':
      return transformScaler(scaler, matrix)
    case 'quantile':
      return transformQuantiles(scaler, matrix)
    case 'power':
      return transformPower(scaler, matrix)
  }
}

/** Back from scaled values to the units that they had. */
export function undoScaler(scaler: FittedScaler, matrix: Matrix): Float64Array {
  switch (scaler.kind) {
    case 'affine':
      return inverseScaler(scaler, matrix)
    case 'quantile':
      return inverseQuantiles(scaler, matrix)
    case 'power':
      return inversePower(scaler, matrix)
  }
}
