import { fitMaxAbsScaler } from '../../../math/max-abs-scaler'
import { type Matrix, selectRows } from '../../../math/matrix'
import { fitMinMaxScaler } from '../../../math/min-max-scaler'
import { fitRobustScaler } from '../../../math/robust-scaler'
import { type Scaler, transformScaler } from '../../../math/scaler'
import { fitStandardScaler } from '../../../math/standard-scaler'
import type { StageSpecs } from '../../branch'
import { rowsWhere } from '../../rows-where'
import { AssetError } from '../../failure'
import type { ParamsOf } from '../../spec'
import type { ImputedFeatures } from '../imputed-features/spec'
import type { NormalizedData } from './spec'
import { fitTransforms, transformMatrix } from './transform'
import { weightFactors } from './weights'

export type Inputs = { readonly imputed: ImputedFeatures }
type NormalizedParams = ParamsOf<StageSpecs['normalized']>

const fitByMethod = {
  zscore: fitStandardScaler,
  minmax: fitMinMaxScaler,
  maxabs: fitMaxAbsScaler,
  robust: fitRobustScaler,
} as const

/**
 * Transform, then scale, then weight. Everything is fitted on the stores with data and applied to
 * all of them.
 * @throws AssetError without a feature or a store to fit on, for impossible transforms or weights,
 * and where values stay too large to measure distances with.
 */
export function compute({ imputed }: Inputs, params: NormalizedParams): NormalizedData {
  const { storeIds, featureNames, hasData } = imputed
  const matrix = { X: imputed.X, nSamples: storeIds.length, nFeatures: featureNames.length }
  const withData = rowsWhere(hasData)
  refuseEmpty(withData.length, featureNames.length)

  const fitted = selectRows(matrix, withData)
  const transforms = fitTransforms(fitted, featureNames, {
    asked: params.transform,
    isCompositional: imputed.isCompositional,
  })
  const transformed = transformMatrix(matrix, transforms)
  const space = { ...matrix, X: transformed }
  const { method, scaler } = fitScaler(selectRows(space, withData), params)
  const weights = weightFactors(imputed.origins, params.feature_weights)
  const X = weigh(transformScaler(scaler, space), weights)
  refuseTooLarge(X, featureNames)
  return {
    storeIds,
    featureNames,
    transformed,
    X,
    hasData,
    transforms,
    scaler: { method, ...scaler },
    weights,
  }
}

function fitScaler(fitted: Matrix, params: NormalizedParams): { method: string; scaler: Scaler } {
  if (params.normalize)
    return { method: params.norm_method, scaler: fitByMethod[params.norm_method](fitted) }
  const center = new Float64Array(fitted.nFeatures)
  return { method: 'none', scaler: { center, scale: new Float64Array(fitted.nFeatures).fill(1) } }
}

function weigh(X: Float64Array, weights: Float64Array): Float64Array {
  return X.map((value, cell) => value * weights[cell % weights.length])
}

/** Above this a squared distance leaves the range of a double. */
const largest = 1e150

function refuseTooLarge(X: Float64Array, featureNames: readonly string[]): void {
  const cell = X.findIndex((value) => Math.abs(value) > largest)
  if (cell === -1) return
  const name = featureNames[cell % featureNames.length]
  throw new AssetError({
    code: 'values_too_large',
    message: `${name} reaches ${X[cell]}, too large to measure distances with.`,
    path: name,
    hint: 'Set normalize to true, or leave the column out with ignore_features.',
  })
}

function refuseEmpty(nFitted: number, nFeatures: number): void {
  if (nFitted > 0 && nFeatures > 0) return
  throw new AssetError(
    nFeatures === 0
      ? {
          code: 'no_features',
          message: 'No feature is left to cluster by.',
          path: 'imputed features',
          hint: 'Loosen the limits of the filter, or name columns in keep_features.',
        }
      : {
          code: 'no_stores_to_fit',
          message: 'No store has an observed feature, so nothing can be fitted.',
          path: 'imputed features',
          hint: 'Check that the file has values in its feature columns, and the store ids match.',
        },
  )
}
