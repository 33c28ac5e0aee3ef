import { cholesky, invertLower } from './cholesky'
import { type Matrix, selectRows } from './matrix'

export type CovarianceType = 'full' | 'diag'

/** The Gaussians of a mixture, row-major; a covariance is p x p, or p long where it is diagonal. */
export type GaussianComponents = {
  readonly covarianceType: CovarianceType
  readonly nComponents: number
  readonly nFeatures: number
  readonly weights: Float64Array
  readonly means: Float64Array
  readonly covariances: Float64Array
  /** Inverse of the lower Cholesky factor of each covariance, or 1 / standard deviation. */
  readonly whitening: Float64Array
}

type Settings = { readonly covarianceType: CovarianceType; readonly regCovar: number }

/**
 * The M step (scikit-learn `_estimate_gaussian_parameters`): weights, means and covariances of the
 * rows under the responsibilities (nSamples x nComponents). A component that no row belongs to has
 * next to no weight, mean 0 and variance `regCovar`.
 */
export function estimateComponents(
  matrix: Matrix,
  responsibilities: Float64Array,
  { covarianceType, regCovar }: Settings,
): GaussianComponents {
  const { nSamples, nFeatures } = matrix
  const nComponents = responsibilities.length / nSamples
  const totals = new Float64Array(nComponents).fill(10 * Number.EPSILON)
  responsibilities.forEach((share, at) => (totals[at % nComponents] += share))
  const all = totals.reduce((sum, total) => sum + total, 0)
  const means = weightedMeans(matrix, responsibilities, totals)
  const size = covarianceType === 'full' ? nFeatures * nFeatures : nFeatures
  const covariances = new Float64Array(nComponents * size)
  const whitening = new Float64Array(nComponents * size)
  for (let c = 0; c < nComponents; c++) {
    const own = { c, total: totals[c], mean: means.subarray(c * nFeatures, (c + 1) * nFeatures) }
    const covariance = covariances.subarray(c * size, (c + 1) * size)
    if (covarianceType === 'full') {
      addOuterProducts(matrix, responsibilities, own, covariance)
      for (let j = 0; j < nFeatures; j++) covariance[j * (nFeatures + 1)] += regCovar
      whitening.set(whiten(covariance, nFeatures), c * size)
    } else {
      addSquares(matrix, responsibilities, own, covariance)
      for (let j = 0; j < nFeatures; j++) {
        covariance[j] += regCovar
        whitening[c * size + j] = 1 / Math.sqrt(covariance[j])
      }
    }
  }
  const weights = totals.map((total) => total / all)
  return { covarianceType, nComponents, nFeatures, weights, means, covariances, whitening }
}

function weightedMeans(
  { X, nFeatures }: Matrix,
  responsibilities: Float64Array,
  totals: Float64Array,
): Float64Array {
  const nComponents = totals.length
  const means = new Float64Array(nComponents * nFeatures)
  responsibilities.forEach((share, at) => {
    const row = Math.floor(at / nComponents) * nFeatures
    const mean = (at % nComponents) * nFeatures
    // A share of the total first: a sum of large values does not overflow.
    const part = share / totals[at % nComponents]
    for (let j = 0; j < nFeatures; j++) means[mean + j] += part * X[row + j]
  })
  return means
}

type Own = { readonly c: number; readonly total: number; readonly mean: Float64Array }

function addOuterProducts(
  { X, nSamples, nFeatures }: Matrix,
  responsibilities: Float64Array,
  { c, total, mean }: Own,
  covariance: Float64Array,
): void {
  const nComponents = responsibilities.length / nSamples
  const off = new Float64Array(nFeatures)
  for (let i = 0; i < nSamples; i++) {
    const share = responsibilities[i * nComponents + c] / total
    if (share === 0) continue
    for (let j = 0; j < nFeatures; j++) off[j] = X[i * nFeatures + j] - mean[j]
    for (let a = 0; a < nFeatures; a++) {
      const weighted = share * off[a]
      for (let b = 0; b <= a; b++) covariance[a * nFeatures + b] += weighted * off[b]
    }
  }
  for (let a = 0; a < nFeatures; a++)
    for (let b = 0; b < a; b++) covariance[b * nFeatures + a] = covariance[a * nFeatures + b]
}

function addSquares(
  { X, nSamples, nFeatures }: Matrix,
  responsibilities: Float64Array,
  { c, total, mean }: Own,
  variances: Float64Array,
): void {
  const nComponents = responsibilities.length / nSamples
  for (let i = 0; i < nSamples; i++) {
    const share = responsibilities[i * nComponents + c] / total
    for (let j = 0; j < nFeatures; j++) {
      const off = X[i * nFeatures + j] - mean[j]
      variances[j] += share * off * off
    }
  }
}

/**
 * The inverse Cholesky factor. Columns that repeat each other at values over 1e10 leave a covariance
 * that is singular next to `regCovar`: the diagonal is then raised, in place, until it is not, where
 * scikit-learn gives up.
 */
function whiten(covariance: Float64Array, nFeatures: number): Float64Array {
  let largest = 0
  for (let j = 0; j < nFeatures; j++) largest = Math.max(largest, covariance[j * (nFeatures + 1)])
  let factor = cholesky(covariance, nFeatures)
  for (let raise = largest * 2 ** -40; factor === null; raise *= 4) {
    for (let j = 0; j < nFeatures; j++) covariance[j * (nFeatures + 1)] += raise
    factor = cholesky(covariance, nFeatures)
  }
  return invertLower(factor, nFeatures)
}

/** Some of the components, or all, in the given order; the weights of some sum to 1 again. */
export function keepComponents(
  components: GaussianComponents,
  kept: Int32Array,
): GaussianComponents {
  const { nComponents, weights, means, covariances, whitening } = components
  const pick = (values: Float64Array) => {
    const nFeatures = values.length / nComponents
    return selectRows({ X: values, nSamples: nComponents, nFeatures }, kept).X
  }
  const picked = pick(weights)
  const isAll = kept.length === nComponents
  const total = isAll ? 1 : picked.reduce((sum, weight) => sum + weight, 0)
  return {
    ...components,
    nComponents: kept.length,
    weights: picked.map((weight) => weight / total),
    means: pick(means),
    covariances: pick(covariances),
    whitening: pick(whitening),
  }
}
