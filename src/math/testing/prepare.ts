import { columnOf, type Matrix } from '../matrix'
import type { MatrixKind } from './made-matrix'

/** The matrix as a method of this kind takes it; sums run from the first row to the last. */
export function prepare(kind: MatrixKind, matrix: Matrix): Matrix {
  if (kind === 'missing') return matrix
  const plain = { ...matrix, X: matrix.X.map((value) => (Number.isNaN(value) ? 0 : value)) }
  if (kind === 'plain') return plain
  if (kind === 'scaled') return scaled(plain)
  const positive = { ...matrix, X: plain.X.map(Math.abs) }
  return kind === 'positive' ? positive : sharesOf(positive)
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
