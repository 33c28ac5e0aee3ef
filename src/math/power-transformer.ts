import { log } from './elementary/log'
import { log1p } from './elementary/log1p'
import { extent } from './extent'
import { columnOf, type Matrix } from './matrix'
import { minimize } from './minimize'
import { mean } from './mean'
import { presentOf } from './present-of'
import { inverseScaler, type Scaler, transformScaler } from './scaler'
import { fitStandardScaler } from './standard-scaler'
import { inverseYeoJohnson, withinDoubles, yeoJohnson } from './yeo-johnson'

export type PowerTransformer = {
  /** One power a feature. */
  readonly lambdas: Float64Array
  /** Of the transformed columns. */
  readonly scaler: Scaler
}

/**
 * The power of each column under which it is most like a normal distribution (scikit-learn
 * `PowerTransformer`: Yeo-Johnson, standardised); missing cells are skipped. A column of one value,
 * or one whose powers leave the range of a double, keeps lambda 1, which only standardises.
 */
export function fitPowerTransformer(matrix: Matrix): PowerTransformer {
  const lambdas = Float64Array.from({ length: matrix.nFeatures }, (_, j) =>
    bestLambda(presentOf(columnOf(matrix, j))),
  )
  return { lambdas, scaler: fitStandardScaler(bend(matrix, lambdas)) }
}

/** The bent and standardised matrix; a cell too far out for its power is the largest double. */
export function transformPower(
  { lambdas, scaler }: PowerTransformer,
  matrix: Matrix,
): Float64Array {
  return transformScaler(scaler, bend(matrix, lambdas)).map(withinDoubles)
}

/** Back from what `transformPower` gave, see `inverseYeoJohnson`: finite for every finite cell. */
export function inversePower({ lambdas, scaler }: PowerTransformer, matrix: Matrix): Float64Array {
  return inverseScaler(scaler, matrix).map((value, cell) =>
    inverseYeoJohnson(value, lambdas[cell % matrix.nFeatures]),
  )
}

function bend(matrix: Matrix, lambdas: Float64Array): Matrix {
  const X = matrix.X.map((value, cell) => yeoJohnson(value, lambdas[cell % matrix.nFeatures]))
  return { ...matrix, X }
}

function bestLambda(values: Float64Array): number {
  if (!hasTwoValues(values)) return 1
  let sumOfLogs = 0
  for (const value of values) sumOfLogs += Math.sign(value) * log1p(Math.abs(value))
  const unlikelihood = (lambda: number): number => {
    const spread = meanSquare(values.map((value) => yeoJohnson(value, lambda)))
    if (!(spread >= smallestNormal) || spread === Infinity) return Infinity
    return (values.length / 2) * log(spread) - (lambda - 1) * sumOfLogs
  }
  const lambda = minimize(unlikelihood, -2, 2)
  return unlikelihood(lambda) < Infinity ? lambda : 1
}

function hasTwoValues(values: Float64Array): boolean {
  const { min, max } = extent(values)
  return min < max
}

/** Of the deviations from the mean; Infinity where it leaves the range of a double. */
function meanSquare(values: Float64Array): number {
  const center = mean(values)
  let sum = 0
  for (const value of values) sum += (value - center) * (value - center)
  return Number.isNaN(sum) ? Infinity : sum / values.length
}

const smallestNormal = 2.2250738585072014e-308
