import { fittedKernelPca } from '../../../math/kernel-pca'
import { type Matrix, selectRows } from '../../../math/matrix'
import { componentsForShare, fitPca, type Pca } from '../../../math/pca'
import type { StageSpecs } from '../../branch'
import { rowsWhere } from '../../rows-where'
import type { ComputeContext, ParamsOf } from '../../spec'
import type { OutlierRemovedFeatures } from '../outlier-removed-features/spec'
import { kernelReduction } from './kernel-reduction'
import { type Reduction, reduceRows } from './reduce-rows'
import type { DimensionalityReducedFeatures } from './spec'

export type Inputs = { readonly outliers: OutlierRemovedFeatures }
type ReducedParams = ParamsOf<StageSpecs['reduced']>

/**
 * Principal components fitted on the fitted stores, applied to all: linear, or of a radial basis
 * kernel. The features stay as they are when the reduction is off, when there are few of them, or
 * when the fitted stores do not differ.
 * @throws AssetError for a share of variance with the kernel method, or a kernel that needs more
 * memory than there is.
 */
export function compute(
  { outliers }: Inputs,
  params: ReducedParams,
  { memoryBudget }: Pick<ComputeContext, 'memoryBudget'>,
): DimensionalityReducedFeatures {
  const { storeIds, featureNames, X, hasData, isOutlier, isFitted } = outliers
  const base = { storeIds, hasData, isOutlier, isFitted, outlierPolicy: outliers.policy }
  const matrix = { X, nSamples: storeIds.length, nFeatures: featureNames.length }
  const fitted = selectRows(matrix, rowsWhere(isFitted))
  const isReduced = params.pca_active && featureNames.length > params.pca_min_features
  if (!isReduced || isConstant(fitted))
    return { ...base, componentNames: featureNames, X, pca: null }

  const pca =
    params.pca_method === 'kernel'
      ? kernelReduction(fitted, params, memoryBudget)
      : linearReduction(fitted, params)
  return {
    ...base,
    componentNames: Array.from({ length: pca.nComponents }, (_, c) => `PC${c + 1}`),
    X: spaceOf(pca, matrix, isFitted),
    pca: { ...pca, featureNames },
  }
}

/** A kernel knows its fitted rows already; the others are placed by their likeness to them. */
function spaceOf(pca: Reduction, matrix: Matrix, isFitted: Uint8Array): Float64Array {
  if (pca.method === 'linear') return reduceRows(pca, matrix).X
  const X = new Float64Array(matrix.nSamples * pca.nComponents)
  const put = (rows: Int32Array, scores: Float64Array) =>
    rows.forEach((row, i) => {
      const own = scores.subarray(i * pca.nComponents, (i + 1) * pca.nComponents)
      X.set(own, row * pca.nComponents)
    })
  const others = rowsWhere(isFitted, 0)
  put(rowsWhere(isFitted), fittedKernelPca(pca))
  put(others, reduceRows(pca, selectRows(matrix, others)).X)
  return X
}

function linearReduction(fitted: Matrix, params: ReducedParams): Reduction {
  const pca = fitPca(fitted)
  const nComponents = countComponents(pca, params)
  const components = pca.components.slice(0, nComponents * fitted.nFeatures)
  return { ...pca, method: 'linear', components, nComponents }
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
