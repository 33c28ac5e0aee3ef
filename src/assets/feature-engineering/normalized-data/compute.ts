import { applyScaler, type FittedScaler } from '../../../math/fitted-scaler'
import { fitMaxAbsScaler } from '../../../math/max-abs-scaler'
import { type Matrix, selectRows } from '../../../math/matrix'
import { fitMinMaxScaler } from '../../../math/min-max-scaler'
import { fitPowerTransformer } from '../../../math/power-transformer'
import { fitQuantileTransformer } from '../../../math/quantile-transformer'
import { fitRobustScaler } from '../../../math/robust-scaler'
import { fitStandardScaler } from '../../../math/standard-scaler'
import { compareText } from '../../../table/compare-text'
import type { StageSpecs } from '../../branch'
import { rowsWhere } from '../../rows-where'
import { AssetError } from '../../failure'
import type { ParamsOf } from '../../spec'
import type { ImputedFeatures } from '../imputed-features/spec'
import type { NormalizedData } from './spec'
import { fitTransforms, transformMatrix } from './transform'
import { weigh } from './weigh'
import { weightFactors } from './weights'

export type Inputs = { readonly imputed: ImputedFeatures }
type NormalizedParams = ParamsOf<StageSpecs['normalized']>

const fitByMethod: {
  readonly [M in NormalizedParams['norm_method'] | 'none']: (fitted: Matrix) => FittedScaler
} = {
  zscore: (fitted) => ({ kind: 'affine', ...fitStandardScaler(fitted) }),
  minmax: (fitted) => ({ kind: 'affine', ...fitMinMaxScaler(fitted) }),
  maxabs: (fitted) => ({ kind: 'affine', ...fitMaxAbsScaler(fitted) }),
  robust: (fitted) => ({ kind: 'affine', ...fitRobustScaler(fitted) }),
  quantile: (fitted) => ({ kind: 'quantile', ...fitQuantileTransformer(fitted) }),
  power: (fitted) => ({ kind: 'power', ...fitPowerTransformer(fitted) }),
  none: ({ nFeatures }) => ({
    kind: 'affine',
    center: new Float64Array(nFeatures),
    scale: new Float64Array(nFeatures).fill(1),
  }),
}

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
  const scaler = fitScaler(selectRows(space, withData), params)
  refuseWide(scaler, featureNames)
  const weights = weightFactors(imputed.origins, params.feature_weights)
  const X = weigh(applyScaler(scaler, space), weights)
  refuseTooLarge(X, featureNames, params)
  return {
    storeIds,
    featureNames,
    transformed,
    X,
    hasData,
    transforms,
    scaler,
    weights,
    unusedWeights: Object.keys(params.feature_weights)
      .filter((name) => !imputed.origins.includes(name))
      .sort(compareText),
  }
}

function fitScaler(fitted: Matrix, params: NormalizedParams): NormalizedData['scaler'] {
  const method = params.normalize ? params.norm_method : 'none'
  return { method, ...fitByMethod[method](fitted) }
}

/** A range beyond the largest double has no number to divide by. */
function refuseWide(scaler: NormalizedData['scaler'], featureNames: readonly string[]): void {
  if (scaler.kind !== 'affine') return
  const wide = scaler.scale.findIndex((scale) => scale === Infinity)
  if (wide === -1) return
  throw new AssetError({
    code: 'values_too_large',
    message: `The values of ${featureNames[wide]} are farther apart than the largest number that can be computed with.`,
    path: featureNames[wide],
    hint: 'Set norm_method to zscore, write the column in a larger unit, or leave it out with ignore_features.',
  })
}

/** Above this a squared distance leaves the range of a double. */
const largest = 1e150

function refuseTooLarge(
  X: Float64Array,
  featureNames: readonly string[],
  { normalize }: Pick<NormalizedParams, 'normalize'>,
): void {
  const cell = X.findIndex((value) => Math.abs(value) > largest)
  if (cell === -1) return
  const name = featureNames[cell % featureNames.length]
  throw new AssetError({
    code: 'values_too_large',
    message: `${name} reaches ${X[cell]}, too large to measure distances with.`,
    path: name,
    hint: `${normalize ? 'Write the column in a larger unit' : 'Set normalize to true'}, or leave it out with ignore_features.`,
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
