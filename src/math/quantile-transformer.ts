import { columnOf, type Matrix } from './matrix'
import { presentOf } from './present-of'
import { quantileSorted } from './quantile'

export type QuantileTransformer = {
  readonly nQuantiles: number
  /** nFeatures x nQuantiles: the quantiles of a column one after the other, rising. */
  readonly quantiles: Float64Array
}

/**
 * Quantiles of each column at nQuantiles even steps from 0 to 1 (scikit-learn
 * `QuantileTransformer`: uniform, all rows); missing cells are skipped.
 */
export function fitQuantileTransformer(matrix: Matrix): QuantileTransformer {
  const nQuantiles = Math.max(1, Math.min(mostQuantiles, matrix.nSamples))
  const shares = sharesOf(nQuantiles)
  const quantiles = new Float64Array(matrix.nFeatures * nQuantiles)
  for (let j = 0; j < matrix.nFeatures; j++) {
    const sorted = presentOf(columnOf(matrix, j)).sort()
    let last = -Infinity
    shares.forEach((share, q) => {
      // By percent and back, as the reference does: it decides which of two equal values is met.
      const value = quantileSorted(sorted, (share * 100) / 100)
      last = value < last ? last : value
      quantiles[j * nQuantiles + q] = last
    })
  }
  return { nQuantiles, quantiles }
}

/** The share of the column up to each value, 0..1: the mean of looking from below and from above. */
export function transformQuantiles(model: QuantileTransformer, matrix: Matrix): Float64Array {
  const shares = sharesOf(model.nQuantiles)
  const negatedShares = negateBackwards(shares)
  return mapColumns(model, matrix, (quantiles) => {
    const negated = negateBackwards(quantiles)
    const [low, high] = [quantiles[0], quantiles[quantiles.length - 1]]
    return (value) => {
      if (Number.isNaN(value)) return value
      if (value === low) return 0
      if (value === high) return 1
      const fromBelow = interpolate(value, quantiles, shares)
      return 0.5 * (fromBelow - interpolate(-value, negated, negatedShares))
    }
  })
}

/** The value at each share of its column. */
export function inverseQuantiles(model: QuantileTransformer, matrix: Matrix): Float64Array {
  const shares = sharesOf(model.nQuantiles)
  return mapColumns(model, matrix, (quantiles) => (value) => interpolate(value, shares, quantiles))
}

function mapColumns(
  { quantiles, nQuantiles }: QuantileTransformer,
  { X, nFeatures }: Matrix,
  mapOf: (quantiles: Float64Array) => (value: number) => number,
): Float64Array {
  const maps = Array.from({ length: nFeatures }, (_, j) =>
    mapOf(quantiles.subarray(j * nQuantiles, (j + 1) * nQuantiles)),
  )
  return X.map((value, cell) => maps[cell % nFeatures](value))
}

function sharesOf(nQuantiles: number): Float64Array {
  const step = 1 / (nQuantiles - 1)
  return Float64Array.from({ length: nQuantiles }, (_, q) =>
    q > 0 && q === nQuantiles - 1 ? 1 : q * (q > 0 ? step : 0),
  )
}

function negateBackwards(values: Float64Array): Float64Array {
  return values.map((value) => -value).reverse()
}

/** Between the last knot that is not over x and the next one (numpy `interp`), flat beyond both ends. */
function interpolate(x: number, knots: Float64Array, values: Float64Array): number {
  if (Number.isNaN(x)) return x
  const last = knots.length - 1
  if (x > knots[last]) return values[last]
  if (x < knots[0]) return values[0]
  let low = 0
  let high = knots.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (knots[middle] <= x) low = middle
    else high = middle
  }
  if (low === last || knots[low] === x) return values[low]
  // In halves: the distance of two finite knots may leave the range of a double.
  const share = (x / 2 - knots[low] / 2) / (knots[low + 1] / 2 - knots[low] / 2)
  const rise = values[low + 1] - values[low]
  if (!Number.isFinite(rise)) return values[low] * (1 - share) + values[low + 1] * share
  return values[low] + share * rise
}

const mostQuantiles = 1000
