import { columnOf, type Matrix } from '../matrix'
import type { MatrixKind } from './made-matrix'
import { wordStream } from './word-stream'

/** The matrix as a method of this kind takes it; sums run from the first row to the last. */
export function prepare(kind: MatrixKind, matrix: Matrix): Matrix {
  if (kind === 'missing') return matrix
  const plain = { ...matrix, X: matrix.X.map((value) => (Number.isNaN(value) ? 0 : value)) }
  if (kind === 'plain') return plain
  if (kind === 'scaled') return scaled(plain)
  if (kind === 'continuous') return moved(scaled(plain))
  if (kind === 'gaps') return withGaps(moved(scaled(plain)), matrix)
  const positive = { ...matrix, X: plain.X.map(Math.abs) }
  return kind === 'positive' ? positive : sharesOf(positive)
}

/** Each cell by up to a tenth: no two values or distances are equal, and no column is constant. */
function moved(matrix: Matrix): Matrix {
  const { unit } = wordStream(31)
  return { ...matrix, X: matrix.X.map((value) => value + (unit() - 0.5) / 5) }
}

/** Empty where the cell was, and about one in eight more, but for the first two rows. */
function withGaps(matrix: Matrix, given: Matrix): Matrix {
  const { below } = wordStream(32)
  const X = matrix.X.map((value, cell) => {
    const isEmpty = below(8) === 0 || Number.isNaN(given.X[cell])
    return isEmpty && cell >= 2 * matrix.nFeatures ? NaN : value
  })
  return { ...matrix, X }
}

function sharesOf(matrix: Matrix): Matrix {
  const { nFeatures } = matrix
  const X = matrix.X.slice()
  for (let start = 0; start < X.length; start += nFeatures) {
    const row = X.subarray(start, start + nFeatures)
    const total = row.reduce((sum, value) => sum + value, 0)
    row.set(row.map((value) => (total === 0 ? 1 / nFeatures : value / total)))
  }
  return { ...matrix, X }
}

function scaled(matrix: Matrix): Matrix {
  const { nSamples, nFeatures } = matrix
  const X = matrix.X.slice()
  for (let j = 0; j < nFeatures; j++) {
    const column = columnOf(matrix, j)
    const mean = column.reduce((sum, value) => sum + value, 0) / nSamples
    const squares = column.reduce((sum, value) => sum + (value - mean) * (value - mean), 0)
    const deviation = Math.sqrt(squares / nSamples)
    const scale = deviation < 1e-9 ? 1 : deviation
    column.forEach((value, i) => {
      X[i * nFeatures + j] = (value - mean) / scale
    })
  }
  return { ...matrix, X }
}
