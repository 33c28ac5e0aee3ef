import { cholesky, invertLower } from '../cholesky'
import { fitKernelPca, fittedKernelPca, transformKernelPca } from '../kernel-pca'
import { leadingEigen } from '../leading-eigen'
import { columnOf, type Matrix } from '../matrix'
import { fitPca, transformPca } from '../pca'
import { pseudoInverse } from '../pseudo-inverse'
import { reduceToTriangle } from '../reduce-to-triangle'
import { fitReferenceBox } from '../reference-box'
import { symmetricEigen } from '../symmetric-eigen'
import { method } from './method'

/** Factors of matrices, and what is made of them. */
export const algebraMethods = [
  method(
    'symmetric eigenvalues',
    (matrix) => symmetricEigen(products(matrix), matrix.nFeatures).values,
  ),
  method('leading eigenvalues', (matrix) => leadingEigen(rowProducts(matrix), 2).values),
  method('pseudo-inverse', (matrix) => pseudoInverse(products(matrix), matrix.nFeatures).inverse),
  method('Cholesky factor', factorOf),
  method('inverse Cholesky factor', (matrix) => invertLower(factorOf(matrix), matrix.nFeatures)),
  method('upper triangle (QR)', triangle),
  method('PCA: scores', (matrix) =>
    transformPca(fitPca(matrix), matrix, Math.min(2, matrix.nFeatures)).map(Math.abs),
  ),
  method('sides of the reference box', (matrix) => {
    const { low, high } = fitReferenceBox(matrix)
    return high.map((value, side) => value - low[side])
  }),
  method('kernel PCA', (matrix) => {
    const pca = fitKernelPca(matrix, { nComponents: 3, gamma: null })
    return [...pca.eigenvalues, ...fittedKernelPca(pca)]
  }),
  method('kernel PCA: other rows', (matrix) => {
    const X = matrix.X.slice(0, 5 * matrix.nFeatures).map((value) => value + 0.25)
    const others = { ...matrix, X, nSamples: 5 }
    return transformKernelPca(fitKernelPca(matrix, { nComponents: 3, gamma: null }), others)
  }),
]

/** X'X / n. */
function products(matrix: Matrix): Float64Array {
  const { nSamples, nFeatures } = matrix
  const columns = Array.from({ length: nFeatures }, (_, j) => columnOf(matrix, j))
  const cells = columns.flatMap((a) => columns.map((b) => dot(a, b) / nSamples))
  return Float64Array.from(cells)
}

/** The lower triangle of XX', row by row. */
function rowProducts({ X, nSamples, nFeatures }: Matrix): Float64Array {
  const rows = Array.from({ length: nSamples }, (_, i) =>
    X.subarray(i * nFeatures, (i + 1) * nFeatures),
  )
  return Float64Array.from(rows.flatMap((a, i) => rows.slice(0, i + 1).map((b) => dot(a, b))))
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i], 0)
}

function factorOf(matrix: Matrix): Float64Array {
  const factor = cholesky(products(matrix), matrix.nFeatures)
  if (factor === null) throw new RangeError('The matrix is not positive definite.')
  return factor
}

/** Without signs: row c of column j, for every c below both sizes. */
function triangle(matrix: Matrix): Float64Array {
  const { nSamples, nFeatures } = matrix
  const columns = Float64Array.from(
    Array.from({ length: nFeatures }, (_, j) => [...columnOf(matrix, j)]).flat(),
  )
  reduceToTriangle(columns, nSamples)
  const nRows = Math.min(nSamples, nFeatures)
  return Float64Array.from({ length: nRows * nFeatures }, (_, cell) =>
    Math.abs(columns[(cell % nFeatures) * nSamples + Math.floor(cell / nFeatures)]),
  )
}
