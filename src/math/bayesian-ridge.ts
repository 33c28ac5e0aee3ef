import { Matrix as MlMatrix, SingularValueDecomposition } from 'ml-matrix'
import { assertFinite } from './assert-finite'
import { columnOf, type Matrix } from './matrix'
import { mean } from './mean'
import { reduceToTriangle } from './reduce-to-triangle'
import { variance } from './variance'

export type LinearModel = { readonly coefficients: Float64Array; readonly intercept: number }

/**
 * Linear regression whose penalty is found from the data (MacKay 1992; scikit-learn
 * `BayesianRidge` with its defaults): how precise the target is and how large the coefficients are
 * are estimated in turn until the coefficients rest.
 * @param matrix nSamples x nFeatures, without missing cells, at least one row
 * @throws RangeError where a value is missing or over 1e150.
 */
export function fitBayesianRidge(matrix: Matrix, target: Float64Array): LinearModel {
  assertFinite(matrix, 'Bayesian ridge')
  assertFinite({ X: target, nSamples: target.length, nFeatures: 1 }, 'Bayesian ridge')
  const centers = Float64Array.from({ length: matrix.nFeatures }, (_, j) =>
    mean(columnOf(matrix, j)),
  )
  const center = mean(target)
  const problem = rotate(matrix, target, { centers, center })
  const coefficients = estimate(problem, variance(target), target.length)
  let intercept = center
  coefficients.forEach((coefficient, j) => {
    intercept -= coefficient * centers[j]
  })
  return { coefficients, intercept }
}

/** The regression in the axes in which the columns are independent. */
type Rotated = {
  /** nFeatures x nFeatures: axis a in column a. */
  readonly axes: MlMatrix
  /** Squared singular value of each axis. */
  readonly strengths: Float64Array
  /** The part of the target along each axis, by itself and times the singular value. */
  readonly targets: Float64Array
  readonly products: Float64Array
  /** Squared length of the rest of the target: no coefficients explain it. */
  readonly unexplained: number
}

function rotate(matrix: Matrix, target: Float64Array, from: Centers): Rotated {
  const { nSamples, nFeatures } = matrix
  const columns = centered(matrix, target, from)
  reduceToTriangle(columns, nSamples)
  const rotated = columns.subarray(nFeatures * nSamples)
  const nRows = Math.min(nFeatures, nSamples)
  const triangle = MlMatrix.zeros(nFeatures, nFeatures)
  for (let j = 0; j < nFeatures; j++)
    for (let i = 0; i <= j && i < nRows; i++) triangle.set(i, j, columns[j * nSamples + i])
  const { leftSingularVectors, rightSingularVectors, diagonal } = new SingularValueDecomposition(
    triangle,
  )
  const targets = Float64Array.from(diagonal, (_, axis) => {
    let sum = 0
    for (let i = 0; i < nRows; i++) sum += leftSingularVectors.get(i, axis) * rotated[i]
    return sum
  })
  return {
    axes: rightSingularVectors,
    strengths: Float64Array.from(diagonal, (value) => value * value),
    targets,
    products: targets.map((value, axis) => value * diagonal[axis]),
    unexplained: sumOfSquares(rotated.subarray(nRows)),
  }
}

type Centers = { readonly centers: Float64Array; readonly center: number }

/** The columns and then the target, each less its mean, one after the other. */
function centered(matrix: Matrix, target: Float64Array, { centers, center }: Centers) {
  const { X, nSamples, nFeatures } = matrix
  const columns = new Float64Array((nFeatures + 1) * nSamples)
  for (let i = 0; i < nSamples; i++) {
    for (let j = 0; j < nFeatures; j++)
      columns[j * nSamples + i] = X[i * nFeatures + j] - centers[j]
    columns[nFeatures * nSamples + i] = target[i] - center
  }
  return columns
}

function estimate(problem: Rotated, targetVariance: number, nSamples: number): Float64Array {
  let precision = 1 / (targetVariance + Number.EPSILON)
  let penalty = 1
  let previous: Float64Array | null = null
  for (let iteration = 0; iteration < maxIter; iteration++) {
    const { weights, explainedBy, squaredError } = solve(problem, penalty / precision)
    const coefficients = turnBack(problem, weights)
    penalty = (explainedBy + 2 * prior) / (sumOfSquares(coefficients) + 2 * prior)
    precision = (nSamples - explainedBy + 2 * prior) / (squaredError + 2 * prior)
    if (previous !== null && distance(previous, coefficients) < tolerance) break
    previous = coefficients
  }
  return turnBack(problem, solve(problem, penalty / precision).weights)
}

/** Ridge regression along the axes; `explainedBy` is its number of effective parameters. */
function solve({ strengths, products, targets, unexplained }: Rotated, ridge: number) {
  const weights = new Float64Array(strengths.length)
  let explainedBy = 0
  let squaredError = unexplained
  for (let axis = 0; axis < strengths.length; axis++) {
    const whole = strengths[axis] + ridge
    if (!(whole > 0)) continue
    weights[axis] = products[axis] / whole
    explainedBy += strengths[axis] / whole
    const left = targets[axis] * (ridge / whole)
    squaredError += left * left
  }
  return { weights, explainedBy, squaredError }
}

function turnBack({ axes }: Rotated, weights: Float64Array): Float64Array {
  return weights.map((_, j) => {
    let sum = 0
    for (let axis = 0; axis < weights.length; axis++) sum += axes.get(j, axis) * weights[axis]
    return sum
  })
}

function sumOfSquares(values: Float64Array): number {
  let sum = 0
  for (const value of values) sum += value * value
  return sum
}

function distance(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let j = 0; j < a.length; j++) sum += Math.abs(a[j] - b[j])
  return sum
}

const maxIter = 300
const tolerance = 1e-3
/** Shape and rate of the gamma distributions that both precisions are drawn from. */
const prior = 1e-6
