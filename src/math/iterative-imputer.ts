import { fitBayesianRidge } from './bayesian-ridge'
import { columnOf, selectRows, type Matrix } from './matrix'
import { mean } from './mean'

export type IterativeImputer = {
  readonly nFeatures: number
  /** Of each column; what a missing cell starts from. */
  readonly means: Float64Array
  /** The columns in the order in which they are filled, round after round. */
  readonly order: Int32Array
  readonly nRounds: number
  /**
   * Round after round and column after column: the coefficient of each column (0 for its own), then
   * the intercept.
   */
  readonly coefficients: Float64Array
}

/**
 * Predicts each column from all others by Bayesian ridge regression, again and again, until the
 * filled cells rest (scikit-learn `IterativeImputer`: 10 rounds, tolerance 1e-3, the column with the
 * fewest missing cells first, started from the means). Every column needs a value.
 * @returns the imputer and the filled matrix, nSamples x nFeatures, row-major.
 * @throws RangeError for values over 1e150.
 */
export function fitIterativeImputer(matrix: Matrix): {
  readonly imputer: IterativeImputer
  readonly X: Float64Array
} {
  const { nSamples, nFeatures } = matrix
  const means = Float64Array.from({ length: nFeatures }, (_, j) => mean(columnOf(matrix, j)))
  const order = byMissingCells(matrix)
  const rounds: Float64Array[] = []
  const X = startFrom(means, matrix)
  const canLearn = nFeatures > 1 && nSamples > 0
  const rest = tolerance * largestOf(matrix.X)
  for (let isMoving = canLearn; isMoving && rounds.length < maxRounds;) {
    const before = X.slice()
    const round = new Float64Array(order.length * (nFeatures + 1))
    order.forEach((j, at) => {
      const line = round.subarray(at * (nFeatures + 1), (at + 1) * (nFeatures + 1))
      learn({ ...matrix, X }, { j, line, given: matrix })
      predictMissing(X, matrix, { j, line, means })
    })
    rounds.push(round)
    isMoving = !(largestChange(before, X, nFeatures) < rest)
  }
  const coefficients = new Float64Array(rounds.length * order.length * (nFeatures + 1))
  rounds.forEach((round, r) => coefficients.set(round, r * round.length))
  return { imputer: { nFeatures, means, order, nRounds: rounds.length, coefficients }, X }
}

/** Goes through the rounds of the fit once more with other rows; nothing is learnt from them. */
export function transformIterativeImputer(imputer: IterativeImputer, matrix: Matrix): Float64Array {
  const { nFeatures, means, order, nRounds, coefficients } = imputer
  const X = startFrom(means, matrix)
  for (let step = 0; step < nRounds * order.length; step++) {
    const line = coefficients.subarray(step * (nFeatures + 1), (step + 1) * (nFeatures + 1))
    predictMissing(X, matrix, { j: order[step % order.length], line, means })
  }
  return X
}

function startFrom(means: Float64Array, { X, nFeatures }: Matrix): Float64Array {
  return X.map((value, cell) => (Number.isNaN(value) ? means[cell % nFeatures] : value))
}

function byMissingCells(matrix: Matrix): Int32Array {
  const nMissing = Int32Array.from(
    { length: matrix.nFeatures },
    (_, j) => columnOf(matrix, j).filter(Number.isNaN).length,
  )
  return Int32Array.from(nMissing.keys()).sort((a, b) => nMissing[a] - nMissing[b] || a - b)
}

/** Learns column j from the others where it was given; writes coefficients and intercept. */
function learn(
  filled: Matrix,
  { j, line, given }: { readonly j: number; readonly line: Float64Array; readonly given: Matrix },
): void {
  const { nFeatures } = filled
  const rows = Int32Array.from({ length: filled.nSamples }, (_, i) => i).filter(
    (i) => !Number.isNaN(given.X[i * nFeatures + j]),
  )
  const known = selectRows(filled, rows)
  const others = known.X.filter((_, cell) => cell % nFeatures !== j)
  const { coefficients, intercept } = fitBayesianRidge(
    { X: others, nSamples: known.nSamples, nFeatures: nFeatures - 1 },
    columnOf(known, j),
  )
  line.set(coefficients.subarray(0, j))
  line.set(coefficients.subarray(j), j + 1)
  line[nFeatures] = intercept
}

type Column = { readonly j: number; readonly line: Float64Array; readonly means: Float64Array }

/** A prediction that the next regression could not be computed with says nothing: the mean is kept. */
function predictMissing(X: Float64Array, given: Matrix, { j, line, means }: Column): void {
  const { nSamples, nFeatures } = given
  for (let i = 0; i < nSamples; i++) {
    const start = i * nFeatures
    if (!Number.isNaN(given.X[start + j])) continue
    let value = line[nFeatures]
    for (let c = 0; c < nFeatures; c++) if (c !== j) value += line[c] * X[start + c]
    X[start + j] = Math.abs(value) <= largest ? value : means[j]
  }
}

function largestOf(values: Float64Array): number {
  let largest = 0
  for (const value of values) if (Math.abs(value) > largest) largest = Math.abs(value)
  return largest
}

/** Of the sums of absolute changes by row (the matrix norm that the reference compares). */
function largestChange(a: Float64Array, b: Float64Array, nFeatures: number): number {
  let largest = 0
  for (let start = 0; start < a.length; start += nFeatures) {
    let sum = 0
    for (let cell = start; cell < start + nFeatures; cell++) sum += Math.abs(a[cell] - b[cell])
    if (sum > largest) largest = sum
  }
  return largest
}

const maxRounds = 10
/** Larger values are refused by `fitBayesianRidge`. */
const largest = 1e150
const tolerance = 1e-3
