import type { Matrix } from '../../../math/matrix'
import { fitMinCovDet } from '../../../math/min-cov-det'
import { AssetError } from '../../failure'
import type { ComputeContext } from '../../spec'
import { type Scored, withQuantile } from './score'

type EnvelopeParams = {
  readonly share: number
  readonly randomState: number
  readonly log: ComputeContext['log']
}

/**
 * Minus the squared Mahalanobis distance to the robust centre (scikit-learn `EllipticEnvelope`); the
 * threshold is its linear quantile at `share`. Where the compact half does not vary in some
 * direction, that direction is not measured, and the log says so.
 * @throws AssetError when more than half of the stores are the same, so that nothing is measured.
 */
export function scoreByEnvelope(
  fitted: Matrix,
  { share, randomState, log }: EnvelopeParams,
): Scored {
  if (fitted.nFeatures === 0) return withQuantile(new Float64Array(fitted.nSamples), share)
  const { distances, rank } = fitMinCovDet(fitted, randomState)
  if (rank === 0 && !isConstant(fitted)) throw halfTheSame()
  if (rank < fitted.nFeatures)
    log(
      'warn',
      `singular_covariance: the middle half of the stores varies in ${rank} of ${fitted.nFeatures} directions; the elliptic envelope measures those only.`,
    )
  return withQuantile(
    distances.map((distance) => -distance),
    share,
  )
}

function halfTheSame(): AssetError {
  return new AssetError({
    code: 'half_the_stores_are_the_same',
    message: 'Half of the stores have the same features, so there is no spread to measure from.',
    path: 'outliers_method',
    hint: 'Choose iforest or lof, or see why so many stores have equal values.',
  })
}

function isConstant({ X, nFeatures }: Matrix): boolean {
  return X.every((value, cell) => value === X[cell % nFeatures])
}
