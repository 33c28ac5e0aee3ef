import { averagePathLength } from '../average-path-length'
import { chiSquaredQuantile } from '../chi-squared-quantile'
import { localOutlierFactor } from '../local-outlier-factor'
import type { Matrix } from '../matrix'
import { nearestRows } from '../nearest-rows'
import { robustCovariance, type RobustCovariance } from '../robust-covariance'
import { method } from './method'

/** What makes a row an outlier. */
export const outlierMethods = [
  method('nearest rows', (matrix) => {
    const { distances, rows } = nearestRows(matrix, 5)
    return [...distances, ...rows]
  }),
  method('local outlier factor', (matrix) =>
    localOutlierFactor(matrix, Math.min(20, matrix.nSamples - 1)),
  ),
  method('robust covariance of given rows', (matrix) => {
    const { location, covariance, rawCovariance } = ofFirstRows(matrix)
    return [...location, ...covariance, ...rawCovariance]
  }),
  method('robust distances of given rows', (matrix) => ofFirstRows(matrix).distances),
  method('chi-squared quantile', ({ X, nFeatures }) =>
    X.map((value, cell) => {
      const share = Math.min(value / (1 + value), 0.999)
      return share > 0 ? chiSquaredQuantile(share, 1 + 3 * (cell % nFeatures)) : 0
    }),
  ),
  method('average path length', ({ X }) => X.map((value) => averagePathLength(Math.floor(value)))),
]

function ofFirstRows(matrix: Matrix): RobustCovariance {
  const nSupport = Math.ceil((matrix.nSamples + matrix.nFeatures + 1) / 2)
  return robustCovariance(
    matrix,
    Int32Array.from({ length: nSupport }, (_, row) => row),
  )
}
