import { Matrix as MlMatrix } from 'ml-matrix'
import { PCA } from 'ml-pca'
import { assertFinite } from './assert-finite'
import { columnOf, type Matrix } from './matrix'
import { mean } from './mean'
import { signOf } from './sign-of'

/**
 * Principal components, by falling variance. `components` is nComponents x nFeatures, row-major,
 * with orthonormal rows; nComponents = min(nSamples, nFeatures).
 */
export type Pca = {
  readonly mean: Float64Array
  readonly components: Float64Array
  readonly nComponents: number
  /** Variances along the components, ddof 1. */
  readonly explainedVariance: Float64Array
  /** Shares of the total variance; all 0 when there is none. */
  readonly explainedVarianceRatio: Float64Array
}

/**
 * Principal component analysis (scikit-learn `PCA`) by the singular values of the centred matrix:
 * the covariance would square the condition number and lose nearly collinear columns. Signs are
 * fixed: the largest absolute loading of a component, the first on a tie, is positive.
 * @throws RangeError with fewer than two rows, without columns, or on a value that is not finite.
 */
export function fitPca(matrix: Matrix): Pca {
  const { nSamples, nFeatures } = matrix
  if (nSamples < 2 || nFeatures < 1) {
    throw new RangeError(`PCA needs two rows and a column; got ${nSamples} x ${nFeatures}.`)
  }
  assertFinite(matrix, 'PCA')
  const center = Float64Array.from({ length: nFeatures }, (_, j) => mean(columnOf(matrix, j)))
  const fitted = new PCA(centerRows(matrix, center), { center: false })
  const nComponents = Math.min(nSamples, nFeatures)
  const explainedVariance = Float64Array.from(fitted.getEigenvalues().slice(0, nComponents))
  return {
    mean: center,
    components: componentsOf(fitted.getEigenvectors(), nComponents),
    nComponents,
    explainedVariance,
    explainedVarianceRatio: sharesOf(explainedVariance),
  }
}

/** The rows in the first `nComponents` components: nSamples x nComponents, row-major. */
export function transformPca(
  pca: Pick<Pca, 'mean' | 'components'>,
  matrix: Matrix,
  nComponents: number,
): Float64Array {
  const { X, nSamples, nFeatures } = matrix
  const scores = new Float64Array(nSamples * nComponents)
  for (let i = 0; i < nSamples; i++) {
    for (let c = 0; c < nComponents; c++) {
      let score = 0
      for (let j = 0; j < nFeatures; j++) {
        score += (X[i * nFeatures + j] - pca.mean[j]) * pca.components[c * nFeatures + j]
      }
      scores[i * nComponents + c] = score
    }
  }
  return scores
}

/**
 * The smallest number of components whose cumulative share of the variance is over `share`, all
 * of them when none is (scikit-learn `PCA(n_components=share)`); 1 when there is no variance.
 */
export function componentsForShare(explainedVarianceRatio: Float64Array, share: number): number {
  let cumulative = 0
  for (let c = 0; c < explainedVarianceRatio.length; c++) {
    cumulative += explainedVarianceRatio[c]
    if (cumulative > share) return c + 1
  }
  return cumulative > 0 ? explainedVarianceRatio.length : 1
}

function centerRows({ X, nSamples, nFeatures }: Matrix, center: Float64Array): MlMatrix {
  const centered = new MlMatrix(nSamples, nFeatures)
  for (let i = 0; i < nSamples; i++) {
    for (let j = 0; j < nFeatures; j++) centered.set(i, j, X[i * nFeatures + j] - center[j])
  }
  return centered
}

/** From ml-pca's columns to rows, signs fixed. */
function componentsOf(eigenvectors: MlMatrix, nComponents: number): Float64Array {
  const nFeatures = eigenvectors.rows
  const components = new Float64Array(nComponents * nFeatures)
  for (let c = 0; c < nComponents; c++) {
    const loadings = eigenvectors.getColumn(c)
    const sign = signOf(loadings)
    for (let j = 0; j < nFeatures; j++) components[c * nFeatures + j] = sign * loadings[j]
  }
  return components
}

function sharesOf(variances: Float64Array): Float64Array {
  const total = variances.reduce((sum, variance) => sum + variance, 0)
  return variances.map((variance) => (total > 0 ? variance / total : 0))
}
