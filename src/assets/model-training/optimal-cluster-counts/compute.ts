import { countDistinctRows } from '../../../math/count-distinct-rows'
import { type Matrix, selectRows } from '../../../math/matrix'
import type { StageSpecs } from '../../branch'
import type { DimensionalityReducedFeatures } from '../../feature-engineering/dimensionality-reduced-features/spec'
import { AssetError } from '../../failure'
import { finiteOrNull } from '../../finite-or-null'
import { rowsWhere } from '../../rows-where'
import type { ComputeContext, ParamsOf } from '../../spec'
import { choosesOwnK } from '../chooses-own-k'
import { fitK } from '../fit-k'
import { chooseK } from './choose-k'
import { combineScores } from './combined-score'
import { countFound } from './count-found'
import { type Computed, finestRecurring, picksOf } from './criteria'
import { feasibleRange } from './feasible-range'
import { gapEvidence, nReferences } from './gap-evidence'
import { silhouetteSampleSize } from './mean-silhouettes'
import { type KFit, scoreFits } from './score-fits'
import { searchRange, type SearchRange } from './search-range'
import type { OptimalClusterCounts } from './spec'
import { nResamples, stabilityEvidence } from './stability-evidence'

export type Inputs = { readonly reduced: DimensionalityReducedFeatures }
type CountsParams = ParamsOf<StageSpecs['counts']>
type CountsContext = Pick<ComputeContext, 'report' | 'log'>
type Candidate = OptimalClusterCounts['candidates'][number]

/**
 * Fits every k of the range on the fitted stores, scores it, and chooses by the rule. Too few
 * different stores give one cluster; an algorithm that chooses k itself is fitted once.
 * @throws AssetError without a store to fit, and for a range or a fixed k that cannot be.
 */
export function compute(
  { reduced }: Inputs,
  params: CountsParams,
  context: CountsContext,
): OptimalClusterCounts {
  const fitted = fittedMatrix(reduced)
  const counts = choosesOwnK(params.algorithm)
    ? countFound(fitted, params)
    : searchK(fitted, params, context)
  context.log('info', counts.reason)
  if (counts.silhouetteSample !== null)
    context.log(
      'info',
      `Silhouettes are of a sample of ${counts.silhouetteSample} of the ${counts.nFitted} stores.`,
    )
  return counts
}

function searchK(
  fitted: Matrix,
  params: CountsParams,
  context: CountsContext,
): OptimalClusterCounts {
  const nDistinct = countDistinctRows(fitted)
  const asked = {
    gap: params.k_evidence || params.k_rule === 'gap',
    stability: params.k_evidence || params.k_rule === 'stability',
  }
  const possible = searchRange(params, nDistinct, asked.gap)
  const range = feasibleRange(possible, fitted.nSamples, { params, log: context.log })
  tellShortened(possible, params, context)
  // With one cluster there is nothing to tell apart.
  const computed = range.isTooFew ? { gap: false, stability: false } : asked
  const scored = scoreRange(fitted, { range, computed, params, report: context.report })
  const { floor, scores } = combineScores(scored, params)
  const inRange = scored.map((candidate) => ({
    ...candidate,
    combined: scores.get(candidate.k) ?? null,
  }))
  const picks = picksOf(inRange, computed)
  const candidates = inRange.map((candidate) => ({
    ...candidate,
    inRule: isInRule(candidate, params),
  }))
  return {
    candidates,
    picks,
    ...chooseK(candidates, { ...params, ...range, picks, nDistinct, floor }),
    rule: params.k_rule,
    isSearched: true,
    finestRecurring: finestRecurring(inRange),
    floor,
    nFitted: fitted.nSamples,
    silhouetteSample: silhouetteSampleSize(fitted.nSamples),
    minClusters: params.min_clusters,
    maxClusters: Math.max(params.max_clusters, range.fixed === null ? 0 : (params.n_clusters ?? 0)),
  }
}

/** `combined` leaves a k under the floor out, `gap` takes k = 1 in. */
function isInRule({ inRule, combined, gap }: Candidate, { k_rule }: CountsParams): boolean {
  if (k_rule === 'combined') return inRule && combined !== null
  return inRule || (k_rule === 'gap' && gap !== null)
}

type Search = {
  readonly range: SearchRange
  readonly computed: Computed
  readonly params: CountsParams
  readonly report: ComputeContext['report']
}

/** Fits and scores every k, and gathers the evidence that is asked for. */
function scoreRange(
  fitted: Matrix,
  { range, computed, params, report }: Search,
): readonly Omit<Candidate, 'combined'>[] {
  const mayPick = (k: number) => range.isInRule(k) || k === 1
  const ofGap = computed.gap ? range.ks.filter(mayPick) : []
  const ofStability = computed.stability ? range.ks.filter((k) => k > 1) : []
  const total = range.ks.length + nReferences * ofGap.length + nResamples * ofStability.length
  let done = 0
  const step = () => report(done++, total)
  const fits = range.ks.map((k): KFit => {
    step()
    return { k, fit: fitK(fitted, k, params) }
  })
  const fitsOf = (ks: readonly number[]) => fits.filter(({ k }) => ks.includes(k))
  const gaps = computed.gap ? gapEvidence(fitted, fitsOf(ofGap), { params, step }) : null
  const stabilities = computed.stability
    ? stabilityEvidence(fitted, fitsOf(ofStability), { params, step })
    : null
  return scoreFits(fitted, fits, params.session_id).map((scores) => ({
    ...scores,
    gap: finiteOrNull(gaps?.get(scores.k)?.gap ?? NaN),
    gapError: finiteOrNull(gaps?.get(scores.k)?.error ?? NaN),
    jaccard: stabilities?.get(scores.k)?.jaccard ?? null,
    recurs: stabilities?.get(scores.k)?.recurs ?? null,
    inRule: range.isInRule(scores.k),
  }))
}

/** The search ends early where the stores to fit are too few, or too much alike. */
function tellShortened(
  { ks }: SearchRange,
  { max_clusters: most, k_rule }: CountsParams,
  { log }: CountsContext,
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
