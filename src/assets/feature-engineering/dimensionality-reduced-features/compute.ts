import { type Matrix, selectRows } from '../../../math/matrix'
import { componentsForShare, fitPca, type Pca, transformPca } from '../../../math/pca'
import type { StageSpecs } from '../../branch'
import { rowsWhere } from '../../rows-where'
import type { ParamsOf } from '../../spec'
import type { OutlierRemovedFeatures } from '../outlier-removed-features/spec'
import type { DimensionalityReducedFeatures } from './spec'

export type Inputs = { readonly outliers: OutlierRemovedFeatures }
type ReducedParams = ParamsOf<StageSpecs['reduced']>

/**
 * Principal components fitted on the fitted stores, applied to all. The features stay as they are
 * when PCA is off, when there are few of them, or when the fitted stores do not differ.
 */
export function compute(
  { outliers }: Inputs,
  params: ReducedParams,
): DimensionalityReducedFeatures {
  const { storeIds, featureNames, X, hasData, isOutlier, isFitted } = outliers
  const base = { storeIds, hasData, isOutlier, isFitted }
  const matrix = { X, nSamples: storeIds.length, nFeatures: featureNames.length }
  const fitted = selectRows(matrix, rowsWhere(isFitted))
  const isReduced = params.pca_active && featureNames.length > params.pca_min_features
  if (!isReduced || isConstant(fitted))
    return { ...base, componentNames: featureNames, X, pca: null }

  const pca = fitPca(fitted)
  const nComponents = countComponents(pca, params)
  return {
    ...base,
    componentNames: Array.from({ length: nComponents }, (_, c) => `PC${c + 1}`),
    X: transformPca(pca, matrix, nComponents),
    pca: {
      featureNames,
      mean: pca.mean,
      components: pca.components.slice(0, nComponents * featureNames.length),
      nComponents,
      explainedVariance: pca.explainedVariance,
      explainedVarianceRatio: pca.explainedVarianceRatio,
    },
  }
}

/** Below 1 a share of variance, from 1 a count; never more than exist or than the limit. */
function countComponents(pca: Pca, params: ReducedParams): number {
  const asked =
    params.pca_components < 1
      ? componentsForShare(pca.explainedVarianceRatio, params.pca_components)
      : params.pca_components
  return Math.min(asked, pca.nComponents, params.pca_max_components ?? pca.nComponents)
}

function isConstant({ X, nFeatures }: Matrix): boolean {
  return X.every((value, cell) => value === X[cell % nFeatures])
}
