import { assertFinite } from './assert-finite'
import {
  type CovarianceType,
  estimateComponents,
  type GaussianComponents,
} from './gaussian-components'
import type { Matrix } from './matrix'
import { type MixtureFit, mixtureResponsibilities } from './mixture-responsibilities'

export type GaussianMixtureParams = {
  readonly covarianceType: CovarianceType
  /** Added to every variance. */
  readonly regCovar: number
  /** Gain of the lower bound at which the iteration stops. */
  readonly tol: number
  readonly maxIter: number
}

/** scikit-learn's. */
export const mixtureDefaults = { regCovar: 1e-6, tol: 1e-3, maxIter: 100 } as const

export type GaussianMixture = MixtureFit & {
  readonly components: GaussianComponents
  /** Mean log-likelihood of the rows before the last M step, as scikit-learn's `lower_bound_`. */
  readonly lowerBound: number
  readonly nIter: number
}

/**
 * Expectation maximisation of a Gaussian mixture from given responsibilities (scikit-learn
 * `GaussianMixture`), row-major, nSamples x nComponents: 1 at the label of each row for a start from
 * a partition. The responsibilities and labels that are answered are those of a last E step.
 * @throws RangeError without rows or components, or on a value that is not finite.
 */
export function fitGaussianMixture(
  matrix: Matrix,
  responsibilities: Float64Array,
  params: GaussianMixtureParams,
): GaussianMixture {
  if (matrix.nSamples === 0 || responsibilities.length === 0)
    throw new RangeError('A Gaussian mixture needs at least one row and one component.')
  assertFinite(matrix, 'A Gaussian mixture')
  let components = estimateComponents(matrix, responsibilities, params)
  let lowerBound = -Infinity
  let [nIter, isSettled] = [0, false]
  let labels: Int32Array | undefined
  while (!isSettled && nIter < params.maxIter) {
    nIter++
    const step = mixtureResponsibilities(matrix, components, labels)
    components = estimateComponents(matrix, step.responsibilities, params)
    isSettled = Math.abs(step.meanLogLikelihood - lowerBound) < params.tol
    lowerBound = step.meanLogLikelihood
    labels = step.labels
  }
  return { ...mixtureResponsibilities(matrix, components), components, lowerBound, nIter }
}
