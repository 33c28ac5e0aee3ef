import * as v from 'valibot'
import { float64, int32, real } from '../../value'

/** What places a row that the fit has not seen; see `Shape`. Labels are rows of centres. */
export const shape = v.variant('kind', [
  v.object({ kind: v.literal('centers') }),
  v.object({
    kind: v.literal('gaussians'),
    components: v.object({
      covarianceType: v.picklist(['full', 'diag']),
      nComponents: real,
      nFeatures: real,
      weights: float64,
      means: float64,
      covariances: float64,
      whitening: float64,
    }),
  }),
  v.object({
    kind: v.literal('points'),
    points: float64,
    labels: int32,
    reaches: float64,
    nNeighbors: real,
  }),
])
