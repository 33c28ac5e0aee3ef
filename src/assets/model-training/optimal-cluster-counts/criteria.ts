import { pickByGap } from '../../../math/gap-statistic'
import { kneedle } from '../../../math/kneedle'
import type { OptimalClusterCounts } from './spec'

type Candidate = OptimalClusterCounts['candidates'][number]
export type Criterion = OptimalClusterCounts['picks'][number]['criterion']

/** What a larger-is-better score of a criterion is, null where it gives none, and how it is said. */
type Scored = {
  readonly name: Criterion
  readonly words: string
  readonly score: (candidate: Candidate) => number | null
}

export const scoredCriteria: readonly Scored[] = [
  { name: 'silhouette', words: 'largest silhouette', score: (c) => c.silhouette },
  { name: 'combined', words: 'largest combined score', score: (c) => c.combined },
  {
    name: 'calinski_harabasz',
    words: 'largest Calinski-Harabasz score',
    score: (c) => c.calinskiHarabasz,
  },
  {
    name: 'davies_bouldin',
    words: 'smallest Davies-Bouldin score',
    score: (c) => (c.daviesBouldin === null ? null : -c.daviesBouldin),
  },
  { name: 'stability', words: 'largest minimum Jaccard', score: (c) => c.jaccard },
]

/** The score, larger is better, that a rule gives a k; null where it gives none. */
export function scoreByRule(rule: string, candidate: Candidate): number | null {
  return scoredCriteria.find(({ name }) => name === rule)?.score(candidate) ?? null
}

/** Criteria that cost many fits are computed only where they are asked for. */
export type Computed = { readonly gap: boolean; readonly stability: boolean }

/** The k that each criterion alone would pick among the k of the rule; ties to the smaller k. */
export function picksOf(
  candidates: readonly Candidate[],
  computed: Computed,
): OptimalClusterCounts['picks'] {
  const inRule = candidates.filter((candidate) => candidate.inRule)
  const scored = scoredCriteria.map(({ name, score }) => ({
    criterion: name,
    k: pickBest(inRule, score),
    isComputed: name !== 'stability' || computed.stability,
  }))
  const elbow = { criterion: 'elbow' as const, k: pickElbow(inRule), isComputed: true }
  const gap = { criterion: 'gap' as const, k: pickGap(candidates), isComputed: computed.gap }
  return [...scored.slice(0, -1), elbow, gap, ...scored.slice(-1)]
}

function pickBest(candidates: readonly Candidate[], score: Scored['score']): number | null {
  let best: { readonly k: number; readonly score: number } | null = null
  for (const candidate of candidates) {
    const value = score(candidate)
    if (value !== null && (best === null || value > best.score))
      best = { k: candidate.k, score: value }
  }
  return best?.k ?? null
}

/** Null for no clear elbow. */
function pickElbow(candidates: readonly Candidate[]): number | null {
  const ks = Float64Array.from(candidates, ({ k }) => k)
  const inertias = Float64Array.from(candidates, ({ inertia }) => inertia)
  const elbow = kneedle(ks, inertias, 1)
  return elbow === null ? null : ks[elbow]
}

/** Only a k that the criterion may pick has a gap, and k = 1 is one of them. */
function pickGap(candidates: readonly Candidate[]): number | null {
  return pickByGap(
    candidates.flatMap(({ k, gap, gapError }) =>
      gap === null || gapError === null ? [] : [{ k, gap, error: gapError }],
    ),
  )
}

/** Share of the resamples in which every cluster of a k has to be found again. */
const oftenEnough = 0.6

/** The largest k of the rule whose clusters all recur often enough; null where none does. */
export function finestRecurring(candidates: readonly Candidate[]): number | null {
  const recurring = candidates.filter(
    ({ inRule, recurs }) => inRule && recurs !== null && recurs >= oftenEnough,
  )
  return recurring[recurring.length - 1]?.k ?? null
}
