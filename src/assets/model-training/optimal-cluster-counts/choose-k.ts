import { type Criterion, scoredCriteria, scoreByRule } from './criteria'
import type { OptimalClusterCounts } from './spec'

type Candidate = OptimalClusterCounts['candidates'][number]

type Situation = {
  readonly k_rule: Criterion | 'fixed'
  readonly n_clusters: number | null
  readonly min_clusters: number
  readonly min_model_cluster_size: number
  readonly picks: OptimalClusterCounts['picks']
  /** The k of the rule `fixed`, as near to what was asked as the stores allow. */
  readonly fixed: number | null
  /** The stores allow no k from `min_clusters` on. */
  readonly isTooFew: boolean
  readonly nDistinct: number
  /** The size floor that was left in the end. */
  readonly floor: number
}

type Choice = { readonly k: number; readonly reason: string }

/** The k that the rule chooses, and why. */
export function chooseK(candidates: readonly Candidate[], situation: Situation): Choice {
  const { k_rule: rule, min_clusters, nDistinct } = situation
  if (rule === 'fixed') return chooseFixed(situation)
  if (situation.isTooFew)
    return {
      k: 1,
      reason: `One cluster: ${countDifferent(nDistinct)}, too few for ${needOf(min_clusters)}.`,
    }
  const ks = candidates.filter((candidate) => candidate.inRule).map((candidate) => candidate.k)
  if (ks.length === 1)
    return { k: ks[0], reason: `${onlyOne(ks[0], candidates, situation)}${halved(situation)}` }
  const k = pickOf(rule, situation)
  if (k !== null) return { k, reason: reasonFor(rule, k, { candidates, ks }) + halved(situation) }
  const instead = pickOf('silhouette', situation) ?? ks[0]
  const why = reasonFor('silhouette', instead, { candidates, ks })
  return { k: instead, reason: `${noAnswer(rule, ks)}, so the silhouette decides: ${why}` }
}

function onlyOne(only: number, candidates: readonly Candidate[], situation: Situation): string {
  const { k_rule, min_clusters, floor } = situation
  const isUnderFloor = ({ k, smallest }: Candidate): boolean =>
    k !== only && k >= min_clusters && smallest < floor
  return k_rule === 'combined' && candidates.some(isUnderFloor)
    ? `k = ${only} is the only one that keeps every cluster at ${floor} stores.`
    : `k = ${only} is the only one in the range.`
}

function pickOf(rule: Criterion, { picks }: Situation): number | null {
  return picks.find(({ criterion }) => criterion === rule)?.k ?? null
}

function noAnswer(rule: Criterion, ks: readonly number[]): string {
  return rule === 'elbow'
    ? `No clear elbow in the inertia of ${spanOf(ks)}`
    : `The rule has no value for any of ${spanOf(ks)}`
}

type Searched = { readonly candidates: readonly Candidate[]; readonly ks: readonly number[] }

/** A sentence on why a rule takes this k. */
function reasonFor(rule: Criterion, k: number, { candidates, ks }: Searched): string {
  const gapOf = (of: number) => candidates.find((candidate) => candidate.k === of)
  if (rule === 'elbow') return `k = ${k} is the elbow of the inertia over ${spanOf(ks)}.`
  if (rule === 'gap') return reasonForGap(gapOf(k), gapOf(k + 1), ks)
  const chosen = candidates.find((candidate) => candidate.k === k)
  const score = (chosen && scoreByRule(rule, chosen)) ?? NaN
  const words = scoredCriteria.find(({ name }) => name === rule)?.words ?? rule
  if (Number.isNaN(score)) return `k = ${k} is the smallest of ${spanOf(ks)}.`
  const shown = (rule === 'davies_bouldin' ? -score : score).toFixed(3)
  return `k = ${k} has the ${words}, ${shown}, of ${spanOf(ks)}.`
}

function reasonForGap(
  chosen: Candidate | undefined,
  next: Candidate | undefined,
  ks: readonly number[],
): string {
  const largest = ks[ks.length - 1]
  if (chosen === undefined || next === undefined || chosen.k === largest)
    return `The gap statistic still rises at k = ${largest}, the largest of ${spanOf(ks)}.`
  const bound = (next.gap ?? NaN) - (next.gapError ?? NaN)
  return (
    `k = ${chosen.k} is the smallest of ${spanOf(ks)} whose gap, ${chosen.gap?.toFixed(3)}, ` +
    `reaches that of k = ${next.k} less its standard error, ${bound.toFixed(3)}.`
  )
}

function halved({ k_rule, min_model_cluster_size: asked, floor }: Situation): string {
  if (k_rule !== 'combined' || floor === asked) return ''
  return ` No k kept every cluster at ${asked} stores, so the floor was halved to ${floor}.`
}

function spanOf(ks: readonly number[]): string {
  return `k = ${ks[0]} to ${ks[ks.length - 1]}`
}

function chooseFixed({ n_clusters, fixed, nDistinct }: Situation): Choice {
  const k = fixed ?? 1
  if (k === n_clusters) return { k, reason: `k = ${k} is fixed by n_clusters.` }
  return {
    k,
    reason: `k = ${k}: ${countDifferent(nDistinct)}, too few for ${needOf(n_clusters ?? k)} (n_clusters).`,
  }
}

/** A search ends one under the number of different stores. */
function needOf(k: number): string {
  return `${k} clusters, which take ${k + 1}`
}

function countDifferent(nDistinct: number): string {
  return nDistinct === 1
    ? 'the stores to fit are all equal'
    : `only ${nDistinct} of the stores to fit differ`
}
