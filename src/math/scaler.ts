import { columnOf, type Matrix } from './matrix'

/** One centre and one scale a feature; no scale is 0. */
export type Scaler = {
  readonly center: Float64Array
  readonly scale: Float64Array
}

/** (x - center) / scale, row-major like the matrix; NaN stays NaN. */
export function transformScaler(scaler: Scaler, matrix: Matrix): Float64Array {
  const { X, nFeatures } = matrix
  const { center, scale } = scaler
  const scaled = new Float64Array(X.length)
  for (let start = 0; start < X.length; start += nFeatures) {
    for (let j = 0; j < nFeatures; j++) {
      const distance = X[start + j] - center[j]
      // Two finite values may lie farther apart than the largest double.
      scaled[start + j] =
        Math.abs(distance) === Infinity
          ? X[start + j] / scale[j] - center[j] / scale[j]
          : distance / scale[j]
    }
  }
  return scaled
}

/** x scale + center: takes back what `transformScaler` did, to its rounding. */
export function inverseScaler(scaler: Scaler, matrix: Matrix): Float64Array {
  const { center, scale } = scaler
  return matrix.X.map((value, cell) => {
    const j = cell % matrix.nFeatures
    return value * scale[j] + center[j]
  })
}

/** Fits each column by itself; `fit` answers the centre and the scale of one column. */
export function fitScaler(
  matrix: Matrix,
  fit: (column: Float64Array) => { readonly center: number; readonly scale: number },
): Scaler {
  const center = new Float64Array(matrix.nFeatures)
  const scale = new Float64Array(matrix.nFeatures)
  for (let j = 0; j < matrix.nFeatures; j++) {
    const fitted = fit(columnOf(matrix, j))
    center[j] = fitted.center
    scale[j] = fitted.scale
  }
  return { center, scale }
}

/** 1 for the scale of a column that counts as constant (scikit-learn `_handle_zeros_in_scale`). */
export function scaleOrOne(scale: number): number {
  return scale < 10 * Number.EPSILON ? 1 : scale
}
