import { calinskiHarabaszScore } from '../../../math/calinski-harabasz-score'
import { countDistinctRows } from '../../../math/count-distinct-rows'
import { daviesBouldinScore } from '../../../math/davies-bouldin-score'
import { type Matrix, selectRows } from '../../../math/matrix'
import { mean } from '../../../math/mean'
import { silhouetteSamplesOf } from '../../../math/silhouette'
import type { StageSpecs } from '../../branch'
import type { DimensionalityReducedFeatures } from '../../feature-engineering/dimensionality-reduced-features/spec'
import { finiteOrNull } from '../../finite-or-null'
import { rowsWhere } from '../../rows-where'
import { AssetError } from '../../failure'
import type { ComputeContext, ParamsOf } from '../../spec'
import type { Fit } from '../fit'
import { fitK } from '../fit-k'
import { chooseK, picksOf } from './choose-k'
import { combineScores, type ScoredK } from './combined-score'
import { searchRange, type SearchRange } from './search-range'
import type { OptimalClusterCounts } from './spec'

export type Inputs = { readonly reduced: DimensionalityReducedFeatures }
type CountsParams = ParamsOf<StageSpecs['counts']>

/**
 * Fits every k of the range on the fitted stores, scores it, and chooses by the rule. Too few
 * different stores give one cluster.
 * @throws AssetError without a store to fit, and for a range or a fixed k that cannot be.
 */
export function compute(
  { reduced }: Inputs,
  params: CountsParams,
  context: Pick<ComputeContext, 'report' | 'log'>,
): OptimalClusterCounts {
  const fitted = fittedMatrix(reduced)
  const nDistinct = countDistinctRows(fitted)
  const range = searchRange(params, nDistinct)
  tellShortened(range, params, context)
  const models = range.ks.map((k, at) => {
    context.report(at, range.ks.length)
    return fitK(fitted, k, params)
  })
  const scored = scoreFits(fitted, range, models)
  const { floor, scores } = combineScores(scored, params)
  const inRange = scored.map((candidate) => ({
    ...candidate,
    combined: scores.get(candidate.k) ?? null,
  }))
  const candidates = inRange.map((candidate) => ({
    ...candidate,
    inRule: candidate.inRule && (params.k_rule !== 'combined' || candidate.combined !== null),
  }))
  const situation = { ...params, fixed: range.fixed, nDistinct, floor }
  const choice = chooseK(candidates, situation)
  context.log('info', choice.reason)
  return {
    candidates,
    picks: picksOf(inRange),
    ...choice,
    rule: params.k_rule,
    floor,
    nFitted: fitted.nSamples,
    minClusters: params.min_clusters,
    maxClusters: Math.max(params.max_clusters, range.fixed === null ? 0 : (params.n_clusters ?? 0)),
  }
}

/** The search ends early where the stores to fit are too few, or too much alike. */
function tellShortened(
  { ks }: SearchRange,
  { max_clusters: most, k_rule }: CountsParams,
  { log }: Pick<ComputeContext, 'log'>,
): void {
  const largest = ks[ks.length - 1]
  if (largest < most && k_rule !== 'fixed')
    log('info', `k was searched up to ${largest} and not ${most}: too few stores differ.`)
}

function fittedMatrix({ X, storeIds, componentNames, isFitted }: DimensionalityReducedFeatures) {
  const rows = rowsWhere(isFitted)
  if (rows.length > 0)
    return selectRows({ X, nSamples: storeIds.length, nFeatures: componentNames.length }, rows)
  throw new AssetError({
    code: 'no_stores_to_fit',
    message: 'No store is left to fit: each has no data or is an outlier.',
    path: 'reduced features',
    hint: 'Raise outlier_threshold or switch outlier_detection off, and check the feature columns.',
  })
}

/** Silhouettes of all k come from one pass over the pairs of stores. */
function scoreFits(fitted: Matrix, range: SearchRange, models: readonly Fit[]): readonly ScoredK[] {
  const split = models.filter((_, at) => range.ks[at] > 1)
  const samples = silhouetteSamplesOf(
    fitted,
    split.map(({ labels }) => labels),
  )
  const silhouettes = new Map(split.map((model, at) => [model, mean(samples[at])]))
  return models.map((model, at) => {
    const k = range.ks[at]
    const isSplit = k > 1
    return {
      k,
      inertia: model.inertia,
      silhouette: finiteOrNull(silhouettes.get(model) ?? NaN),
      calinskiHarabasz: isSplit ? finiteOrNull(calinskiHarabaszScore(fitted, model.labels)) : null,
      daviesBouldin: isSplit ? finiteOrNull(daviesBouldinScore(fitted, model.labels)) : null,
      smallest: smallestSize(model.labels, k),
      inRule: range.isInRule(k),
    }
  })
}

function smallestSize(labels: Int32Array, nClusters: number): number {
  const sizes = new Int32Array(nClusters)
  for (const label of labels) sizes[label] += 1
  return sizes.reduce((smallest, size) => Math.min(smallest, size))
}
