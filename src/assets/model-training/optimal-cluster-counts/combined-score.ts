import type { Metric, OptimalClusterCounts } from './spec'

/** A fitted k before the combined score is known. */
export type ScoredK = Pick<
  OptimalClusterCounts['candidates'][number],
  'k' | 'silhouette' | 'calinskiHarabasz' | 'daviesBouldin' | 'smallest' | 'inRule'
>

type CombinedParams = {
  readonly metrics: readonly Metric[]
  readonly min_model_cluster_size: number
}

/** The size floor in the end, and the combined score by k; a k under the floor has none. */
export type Combined = { readonly floor: number; readonly scores: ReadonlyMap<number, number> }

/**
 * Mean of the min-max scaled metrics over the k of the rule whose smallest cluster reaches the
 * floor; the floor is halved, rounded down, until a k is left. Davies-Bouldin is inverted; a metric
 * that is equal for all k, or has no finite value, counts 0.
 */
export function combineScores(scored: readonly ScoredK[], params: CombinedParams): Combined {
  const inRule = scored.filter((candidate) => candidate.inRule)
  const { floor, kept } = aboveFloor(inRule, params.min_model_cluster_size)
  const scaled = params.metrics.map((metric) => scaleMetric(kept.map(valueOf[metric])))
  const scores = kept.map((candidate, at): [number, number] => {
    const sum = scaled.reduce((total, values) => total + values[at], 0)
    return [candidate.k, sum / scaled.length]
  })
  return { floor, scores: new Map(scores) }
}

const valueOf: Record<Metric, (candidate: ScoredK) => number> = {
  silhouette: ({ silhouette }) => silhouette ?? NaN,
  calinski_harabasz: ({ calinskiHarabasz }) => calinskiHarabasz ?? NaN,
  davies_bouldin: ({ daviesBouldin }) => (daviesBouldin === null ? NaN : -daviesBouldin),
}

function aboveFloor(candidates: readonly ScoredK[], asked: number) {
  let floor = asked
  let kept = candidates.filter(({ smallest }) => smallest >= floor)
  while (kept.length === 0 && floor > 0) {
    floor = Math.floor(floor / 2)
    kept = candidates.filter(({ smallest }) => smallest >= floor)
  }
  return { floor, kept }
}

function scaleMetric(values: readonly number[]): readonly number[] {
  let min = Infinity
  let max = -Infinity
  for (const value of values.filter(Number.isFinite)) {
    min = Math.min(min, value)
    max = Math.max(max, value)
  }
  return values.map((value) =>
    Number.isFinite(value) && max > min ? (value - min) / (max - min) : 0,
  )
}
