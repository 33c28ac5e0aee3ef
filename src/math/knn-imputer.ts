import { columnOf, type Matrix } from './matrix'
import { mean } from './mean'
import { transformScaler, type Scaler } from './scaler'
import { fitStandardScaler } from './standard-scaler'

export type KnnImputer = {
  readonly nNeighbors: number
  readonly nFeatures: number
  /** The rows it was fitted on, row-major, with their missing cells. */
  readonly donors: Float64Array
  /** Distances are measured after this z-score; cells are filled in the units of the donors. */
  readonly scaler: Scaler
}

/**
 * Fills missing cells with what the nearest rows hold (scikit-learn `KNNImputer` on z-scored
 * columns, uniform weights). A column without any value stays missing.
 */
export function fitKnnImputer(matrix: Matrix, nNeighbors: number): KnnImputer {
  const { X, nFeatures } = matrix
  return { nNeighbors, nFeatures, donors: X, scaler: fitStandardScaler(matrix) }
}

/**
 * A missing cell takes the mean of its column over the nearest rows that have it; the distance is
 * Euclidean over the columns that both rows have, scaled up for those that they have not
 * (`nan_euclidean_distances`). Ties, also those that only rounding breaks, go to the lower row; rows
 * without a common column come last, and a row that has none with any donor takes the column's mean.
 */
export function transformKnnImputer(imputer: KnnImputer, matrix: Matrix): Float64Array {
  const { donors, nFeatures } = imputer
  const fitted: Matrix = { X: donors, nSamples: donors.length / nFeatures, nFeatures }
  const scaledDonors = transformScaler(imputer.scaler, fitted)
  const scaled = transformScaler(imputer.scaler, matrix)
  const filled = matrix.X.slice()
  const distances = new Float64Array(fitted.nSamples)
  for (let start = 0; start < filled.length; start += nFeatures) {
    const row = scaled.subarray(start, start + nFeatures)
    if (!row.some(Number.isNaN)) continue
    measure(row, scaledDonors, distances)
    for (let j = 0; j < nFeatures; j++)
      if (Number.isNaN(matrix.X[start + j]))
        filled[start + j] = valueOfNearest(fitted, j, { imputer, distances })
  }
  return filled
}

/** Mean squared difference over the columns that both have; NaN where there is none. */
function measure(row: Float64Array, donors: Float64Array, distances: Float64Array): void {
  const nFeatures = row.length
  for (let i = 0; i < distances.length; i++) {
    let sum = 0
    let nCommon = 0
    for (let j = 0; j < nFeatures; j++) {
      const difference = row[j] - donors[i * nFeatures + j]
      if (Number.isNaN(difference)) continue
      sum += difference * difference
      nCommon++
    }
    distances[i] = withoutRounding(sum / nCommon)
  }
}

/** To 40 bits: rows that are as far away but for rounding tie, whatever the order of the rows. */
function withoutRounding(x: number): number {
  const shifted = x * 8193
  return shifted < Infinity ? shifted - (shifted - x) : x
}

type Search = { readonly imputer: KnnImputer; readonly distances: Float64Array }

function valueOfNearest(fitted: Matrix, j: number, { imputer, distances }: Search): number {
  const { nSamples, nFeatures } = fitted
  const nearest: number[] = []
  let isAnyNear = false
  for (let i = 0; i < nSamples; i++) {
    if (Number.isNaN(fitted.X[i * nFeatures + j])) continue
    isAnyNear ||= !Number.isNaN(distances[i])
    insert(nearest, i, { limit: imputer.nNeighbors, distances })
  }
  if (!isAnyNear) return mean(columnOf(fitted, j))
  return mean(Float64Array.from(nearest, (i) => fitted.X[i * nFeatures + j]))
}

/** Keeps the nearest rows in order, behind those that are as near. */
function insert(
  nearest: number[],
  row: number,
  { limit, distances }: { readonly limit: number; readonly distances: Float64Array },
): void {
  let at = nearest.length
  while (at > 0 && isNearer(distances[row], distances[nearest[at - 1]])) at--
  if (at === limit) return
  nearest.splice(at, 0, row)
  if (nearest.length > limit) nearest.pop()
}

/** NaN is farther than anything. */
function isNearer(a: number, b: number): boolean {
  return a < b || (Number.isNaN(b) && !Number.isNaN(a))
}
