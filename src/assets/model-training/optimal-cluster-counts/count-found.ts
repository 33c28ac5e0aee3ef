import type { Matrix } from '../../../math/matrix'
import type { Fit } from '../fit'
import { fitK } from '../fit-k'
import { fitParams, type FitParams } from '../params'
import { silhouetteSampleSize } from './mean-silhouettes'
import { scoreFits } from './score-fits'
import type { OptimalClusterCounts } from './spec'

type FoundParams = FitParams & {
  readonly k_rule: string
  readonly min_clusters: number
  readonly max_clusters: number
  readonly min_model_cluster_size: number
}

/**
 * What an algorithm that chooses k itself found: one candidate, and no criterion that picks.
 * @throws AssetError where it finds no cluster.
 */
export function countFound(fitted: Matrix, params: FoundParams): OptimalClusterCounts {
  const fit = fitK(fitted, 1, params)
  const k = fit.nClusters
  const scores = scoreFits(fitted, [{ k, fit }], params.session_id)
  return {
    candidates: scores.map((score) => ({
      ...score,
      combined: null,
      gap: null,
      gapError: null,
      jaccard: null,
      recurs: null,
      inRule: true,
    })),
    picks: [],
    k,
    rule: params.k_rule,
    isSearched: false,
    reason: reasonFor(fitted, fit, params),
    finestRecurring: null,
    floor: params.min_model_cluster_size,
    nFitted: fitted.nSamples,
    silhouetteSample: silhouetteSampleSize(fitted.nSamples),
    minClusters: params.min_clusters,
    maxClusters: params.max_clusters,
  }
}

function reasonFor({ nSamples }: Matrix, { nClusters, labels }: Fit, params: FoundParams): string {
  const name = nameOf(params.algorithm)
  const setting = params.algorithm === 'dbscan' ? 'min_samples' : 'min_cluster_points'
  if (nSamples < params[setting])
    return `One cluster: ${name} needs ${params[setting]} stores for one (${setting}), and there are ${nSamples} to fit.`
  return `${name} finds the number of clusters itself: ${wordsFor(nClusters, labels)}. No k was searched.`
}

function nameOf(algorithm: string): string {
  const { control } = fitParams.algorithm
  const options = control.kind === 'choice' ? control.options : []
  return options.find(({ value }) => value === algorithm)?.label ?? algorithm
}

function wordsFor(k: number, labels: Int32Array): string {
  const nNoise = labels.reduce((count, label) => count + (label < 0 ? 1 : 0), 0)
  const stores = nNoise === 1 ? '1 store' : `${nNoise} stores`
  return nNoise === 0 ? String(k) : `${k}, with ${stores} in none`
}
