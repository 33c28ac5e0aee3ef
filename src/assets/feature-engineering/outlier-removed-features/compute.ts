import { type Matrix, selectRows } from '../../../math/matrix'
import type { StageSpecs } from '../../branch'
import { rowsWhere } from '../../rows-where'
import { AssetError } from '../../failure'
import type { ComputeContext, ParamsOf } from '../../spec'
import type { NormalizedData } from '../normalized-data/spec'
import { scoreByEnvelope } from './score-by-envelope'
import {
  type Scored,
  scoreByForest,
  scoreByNeighbors,
  scoreByQuartiles,
  scoreByZ,
  shareOf,
} from './score'
import type { OutlierRemovedFeatures } from './spec'

export type Inputs = { readonly normalized: NormalizedData }
type OutlierParams = ParamsOf<StageSpecs['outliers']>

/**
 * Flags unusual stores among those with data: a score strictly below the threshold. No store is
 * lost; the flagged ones are left out of every later fit.
 * @throws AssetError when every store would be flagged, or a share is no share.
 */
export function compute(
  { normalized }: Inputs,
  params: OutlierParams,
  { log }: Pick<ComputeContext, 'log'>,
): OutlierRemovedFeatures {
  const { storeIds, featureNames, X, hasData } = normalized
  const matrix = { X, nSamples: storeIds.length, nFeatures: featureNames.length }
  const withData = rowsWhere(hasData)
  const score = new Float64Array(storeIds.length).fill(NaN)
  const isOutlier = new Uint8Array(storeIds.length)
  const policy = params.outlier_policy
  const base = { storeIds, featureNames, X, hasData, isOutlier, score, policy }
  const isSkipped = !params.outlier_detection || withData.length < params.min_samples_for_outliers
  if (isSkipped) {
    if (params.outlier_detection)
      log('info', `Outliers were not looked for, stores with data: ${withData.length}.`)
    return { ...base, isFitted: Uint8Array.from(hasData), threshold: null, method: 'none' }
  }

  const scored = scoreStores(selectRows(matrix, withData), params, log)
  withData.forEach((row, i) => {
    score[row] = scored.score[i]
    isOutlier[row] = scored.score[i] < scored.threshold ? 1 : 0
  })
  const isFitted = hasData.map((flag, row) => (flag === 1 && isOutlier[row] === 0 ? 1 : 0))
  refuseNoneLeft(isFitted, params.outliers_method)
  const nFlagged = rowsWhere(isOutlier).length
  log('info', `Outliers by ${params.outliers_method}: ${nFlagged} of ${withData.length} stores.`)
  return { ...base, isFitted, threshold: scored.threshold, method: params.outliers_method }
}

function scoreStores(fitted: Matrix, params: OutlierParams, log: ComputeContext['log']): Scored {
  const threshold = params.outlier_threshold
  const randomState = params.session_id
  switch (params.outliers_method) {
    case 'iqr':
      return scoreByQuartiles(fitted, threshold ?? 1.5)
    case 'zscore':
      return scoreByZ(fitted, threshold ?? 3)
    case 'lof':
      return scoreByNeighbors(fitted, shareOf(threshold), params.lof_neighbors)
    case 'ee':
      return scoreByEnvelope(fitted, { share: shareOf(threshold), randomState, log })
    case 'iforest':
      return scoreByForest(fitted, {
        share: shareOf(threshold),
        nEstimators: params.n_estimators,
        maxSamples: params.max_samples,
        randomState,
      })
  }
}

function refuseNoneLeft(isFitted: Uint8Array, method: string): void {
  if (isFitted.includes(1)) return
  throw new AssetError({
    code: 'every_store_is_an_outlier',
    message: `The outlier method ${method} flags every store, so none is left to fit.`,
    path: 'outlier_threshold',
    hint: 'Raise outlier_threshold, choose isolation forest, or switch outlier_detection off.',
  })
}
