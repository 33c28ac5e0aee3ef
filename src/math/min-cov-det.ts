import { assertFinite } from './assert-finite'
import { cholesky } from './cholesky'
import { type Concentrated, concentrate, smallest } from './concentrate'
import { covarianceOfRows } from './covariance-of-rows'
import { columnOf, type Matrix, selectRows } from './matrix'
import { median } from './median'
import { createRandom, type Random } from './random'
import { robustCovariance, type RobustCovariance } from './robust-covariance'
import { symmetricEigen } from './symmetric-eigen'

/** Starts of the search, and how many of them are followed to their end. */
const nStarts = 300
const nFollowed = 10
const firstSteps = 2
const maxSteps = 100
/** In larger tables the starts run on as many rows, drawn once; the best go on with all rows. */
const sampleSize = 600

/**
 * Minimum covariance determinant (Rousseeuw and Van Driessen 1999; scikit-learn `MinCovDet` with a
 * search of its own): the half of the rows with the most compact covariance, by concentration steps
 * from small random sets, random halves and the rows nearest to the median. The search runs in the
 * directions in which the rows vary, so that collinear columns do not stop it.
 * @throws RangeError on an empty matrix, one without columns, or a value that is not finite.
 */
export function fitMinCovDet(matrix: Matrix, randomState: number): RobustCovariance {
  if (matrix.nSamples === 0 || matrix.nFeatures === 0)
    throw new RangeError('A robust covariance needs a row and a column.')
  assertFinite(matrix, 'A robust covariance')
  return robustCovariance(matrix, compactRows(matrix, randomState))
}

/** The rows of the most compact half, ascending. */
function compactRows(matrix: Matrix, randomState: number): Int32Array {
  const whitened = whiten(matrix)
  const { nSamples, nFeatures } = whitened
  const nSupport = supportSize(nSamples, nFeatures)
  const all = Int32Array.from({ length: nSamples }, (_, i) => i)
  if (nFeatures === 0 || nSupport === nSamples) return all
  const isLarge = nSamples > sampleSize
  const drawn = isLarge ? shuffled(all, createRandom(randomState, nStarts)) : all
  const sample = isLarge ? selectRows(whitened, drawn.subarray(0, sampleSize)) : whitened
  const best = bestStarts(sample, randomState)
  const followed = best.map(({ rows }) =>
    concentrate(whitened, isLarge ? rows.map((row) => drawn[row]) : rows, { nSupport, maxSteps }),
  )
  return followed.reduce(better).rows.toSorted()
}

/** As many rows as breakdown at almost half of them allows. */
function supportSize(nSamples: number, nFeatures: number): number {
  return Math.min(nSamples, Math.ceil((nSamples + nFeatures + 1) / 2))
}

function bestStarts(sample: Matrix, randomState: number): readonly Concentrated[] {
  const nSupport = supportSize(sample.nSamples, sample.nFeatures)
  const limits = { nSupport, maxSteps: firstSteps }
  const found = [concentrate(sample, nearMedian(sample, nSupport), limits)]
  for (let start = 0; start < nStarts; start++) {
    const random = createRandom(randomState, start)
    // Small sets miss the outliers more often, halves find the middle of a cloud without any.
    const leastSize = start % 2 === 0 ? sample.nFeatures + 1 : nSupport
    found.push(concentrate(sample, drawSet(sample, random, { leastSize, nSupport }), limits))
  }
  return found.sort((a, b) => (a.logDet === b.logDet ? 0 : a.logDet - b.logDet)).slice(0, nFollowed)
}

function better(best: Concentrated, other: Concentrated): Concentrated {
  return other.logDet < best.logDet ? other : best
}

type SetSize = { readonly leastSize: number; readonly nSupport: number }

/** Random rows, `leastSize` and as many more as it takes until they vary in every direction. */
function drawSet(sample: Matrix, random: Random, { leastSize, nSupport }: SetSize): Int32Array {
  const { nSamples, nFeatures } = sample
  const order = shuffled(
    Int32Array.from({ length: nSamples }, (_, i) => i),
    random,
  )
  for (let size = leastSize; size < nSupport; size++) {
    const rows = order.subarray(0, size)
    if (cholesky(covarianceOfRows(sample, rows).covariance, nFeatures) !== null) return rows.slice()
  }
  return order.slice(0, nSupport)
}

function nearMedian(sample: Matrix, nSupport: number): Int32Array {
  const squares = new Float64Array(sample.nSamples)
  for (let j = 0; j < sample.nFeatures; j++) {
    const values = columnOf(sample, j)
    const middle = median(values)
    values.forEach((value, i) => {
      squares[i] += (value - middle) ** 2
    })
  }
  return smallest(squares, nSupport)
}

/** Principal components with variance 1: the distances of the search do not change by it. */
function whiten(matrix: Matrix): Matrix {
  const { nSamples, nFeatures } = matrix
  const rows = Int32Array.from({ length: nSamples }, (_, i) => i)
  let largest = 0
  for (const value of matrix.X) largest = Math.max(largest, Math.abs(value))
  const unit = largest > 0 ? largest : 1
  const scaled = { ...matrix, X: matrix.X.map((value) => value / unit) }
  const { location, covariance } = covarianceOfRows(scaled, rows)
  const { values, vectors } = symmetricEigen(covariance, nFeatures)
  const nVarying = values.filter(
    (value) => value > nFeatures * Number.EPSILON * values[0] * 16,
  ).length
  const X = new Float64Array(nSamples * nVarying)
  for (let i = 0; i < nSamples; i++) {
    for (let c = 0; c < nVarying; c++) {
      let sum = 0
      for (let j = 0; j < nFeatures; j++)
        sum += (scaled.X[i * nFeatures + j] - location[j]) * vectors[c * nFeatures + j]
      X[i * nVarying + c] = sum / Math.sqrt(values[c])
    }
  }
  return { X, nSamples, nFeatures: nVarying }
}

function shuffled(rows: Int32Array, random: Random): Int32Array {
  const order = rows.slice()
  for (let i = order.length - 1; i > 0; i--) {
    const j = random.nextInt(i + 1)
    const moved = order[j]
    order[j] = order[i]
    order[i] = moved
  }
  return order
}
