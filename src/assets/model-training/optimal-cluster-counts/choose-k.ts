import type { OptimalClusterCounts } from './spec'

type Candidate = OptimalClusterCounts['candidates'][number]
type Criterion = 'silhouette' | 'combined' | 'calinski_harabasz' | 'davies_bouldin'

/** What larger-is-better score each criterion gives a k; null where it gives none. */
const criteria: readonly {
  readonly name: Criterion
  readonly words: string
  readonly score: (candidate: Candidate) => number | null
}[] = [
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
]

/** The score, larger is better, that a rule gives a k; null where it gives none. */
export function scoreByRule(rule: string, candidate: Candidate): number | null {
  return criteria.find(({ name }) => name === rule)?.score(candidate) ?? null
}

/** The k that each criterion alone would pick among the k of the rule; ties to the smaller k. */
export function picksOf(candidates: readonly Candidate[]): OptimalClusterCounts['picks'] {
  const inRule = candidates.filter((candidate) => candidate.inRule)
  return criteria.map(({ name, score }) => ({ criterion: name, k: pickBest(inRule, score) }))
}

function pickBest(
  candidates: readonly Candidate[],
  score: (candidate: Candidate) => number | null,
): number | null {
  let best: { readonly k: number; readonly score: number } | null = null
  for (const candidate of candidates) {
    const value = score(candidate)
    if (value !== null && (best === null || value > best.score))
      best = { k: candidate.k, score: value }
  }
  return best?.k ?? null
}

/** A sentence on why one of the scored criteria takes this k. */
function explainPick(rule: Criterion, k: number, candidates: readonly Candidate[]): string {
  const criterion = criteria.find(({ name }) => name === rule)
  const chosen = candidates.find((candidate) => candidate.k === k)
  const score = chosen === undefined ? null : (criterion?.score(chosen) ?? null)
  const ks = candidates.filter((candidate) => candidate.inRule).map((candidate) => candidate.k)
  if (ks.length === 1 || score === null) return `k = ${k} is the only one in the range.`
  const shown = (rule === 'davies_bouldin' ? -score : score).toFixed(3)
  return `k = ${k} has the ${criterion?.words ?? rule}, ${shown}, of k = ${ks[0]} to ${ks[ks.length - 1]}.`
}

type Situation = {
  readonly k_rule: Criterion | 'fixed'
  readonly n_clusters: number | null
  readonly min_clusters: number
  readonly min_model_cluster_size: number
  /** The k of the rule `fixed`, as near to what was asked as the stores allow. */
  readonly fixed: number | null
  readonly nDistinct: number
  /** The size floor that was left in the end. */
  readonly floor: number
}

type Choice = { readonly k: number; readonly reason: string }

/** The k that the rule chooses, and why. */
export function chooseK(candidates: readonly Candidate[], situation: Situation): Choice {
  const { k_rule: rule, min_clusters, nDistinct, floor } = situation
  if (rule === 'fixed') return chooseFixed(situation)
  const smallest = candidates.find((candidate) => candidate.inRule)?.k ?? 1
  if (smallest < min_clusters)
    return {
      k: 1,
      reason: `One cluster: ${countDifferent(nDistinct)}, too few for ${min_clusters} clusters.`,
    }
  const k = picksOf(candidates).find((pick) => pick.criterion === rule)?.k ?? smallest
  const asked = situation.min_model_cluster_size
  const lowered =
    rule === 'combined' && floor < asked
      ? ` No k kept every cluster at ${asked} stores, so the floor was halved to ${floor}.`
      : ''
  return { k, reason: explainPick(rule, k, candidates) + lowered }
}

function chooseFixed({ n_clusters, fixed, nDistinct }: Situation): Choice {
  const k = fixed ?? 1
  if (k === n_clusters) return { k, reason: `k = ${k} is fixed by n_clusters.` }
  return {
    k,
    reason: `n_clusters asks for ${n_clusters}, but ${countDifferent(nDistinct)}: k = ${k}.`,
  }
}

function countDifferent(nDistinct: number): string {
  return nDistinct === 1
    ? 'the stores to fit are all equal'
    : `only ${nDistinct} of the stores to fit differ`
}
