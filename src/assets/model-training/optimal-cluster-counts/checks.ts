import type { StageSpecs } from '../../branch'
import { finiteOrNull } from '../../finite-or-null'
import type { Checks } from '../../spec'
import { scoreByRule } from './criteria'
import type { Inputs } from './compute'
import type { OptimalClusterCounts } from './spec'

const closeCall = 0.01

export const checks: Checks<StageSpecs['counts'], Inputs> = {
  enough_stores: ({ candidates, isSearched, nFitted, minClusters, maxClusters }) => {
    const largest = candidates.reduce((most, { k }) => Math.max(most, k), 0)
    return {
      passed: !isSearched || largest >= maxClusters,
      metadata: {
        fitted_stores: nFitted,
        largest_k: largest,
        max_clusters: maxClusters,
        min_clusters: minClusters,
      },
    }
  },
  k_inside_range: ({ k, rule, isSearched, minClusters, maxClusters }) => ({
    passed: !isSearched || rule === 'fixed' || minClusters === maxClusters || k < maxClusters,
    metadata: {
      k,
      max_clusters: maxClusters,
      min_clusters: minClusters,
      edge: k >= maxClusters ? 'upper' : k <= minClusters ? 'lower' : null,
    },
  }),
  k_clearly_best: (value) => {
    const ranked = rankedByRule(value)
    const own = ranked.find(({ k }) => k === value.k)
    const next = ranked.find(({ k }) => k !== value.k)
    const shown = (score = NaN) => finiteOrNull(value.rule === 'davies_bouldin' ? -score : score)
    const isClose =
      own !== undefined && next !== undefined && own.score - next.score <= closest(own.score, value)
    return {
      passed: !isClose,
      metadata: {
        k: value.k,
        next_k: next?.k ?? null,
        score: shown(own?.score),
        next_score: shown(next?.score),
        rule: value.rule,
      },
    }
  },
}

/** Calinski-Harabasz has no fixed scale: a hundredth of its own. */
function closest(score: number, { rule }: OptimalClusterCounts): number {
  return rule === 'calinski_harabasz' ? closeCall * score : closeCall
}

/** Every k of the rule with its score, the best first; nothing where k is fixed. */
function rankedByRule({ candidates, rule }: OptimalClusterCounts) {
  return candidates
    .flatMap((candidate) => {
      const score = candidate.inRule ? scoreByRule(rule, candidate) : null
      return score === null ? [] : [{ k: candidate.k, score }]
    })
    .sort((a, b) => b.score - a.score || a.k - b.k)
}
