import type { OptimalClusterCounts } from '../../assets/model-training/optimal-cluster-counts/spec'
import { listed } from '../../ui/list-words'
import { formatNumber } from '../../ui/number-format'
import { inWords } from '../../ui/number-words'
import { sentenceCase } from '../../ui/sentence-case'

export type Answer = { readonly title: string; readonly detail: string }

/** The answer of the screen: the chosen k, who agrees, and how close the next best is. */
export function answerOf(counts: OptimalClusterCounts, subject: string): Answer {
  const clusters = counts.k === 1 ? '1 cluster' : `${counts.k} clusters`
  return {
    title: `${clusters} for ${subject}. ${agreementOf(counts)}`.trim(),
    detail: [counts.reason, rivalOf(counts), sampleOf(counts)]
      .filter((sentence) => sentence !== '')
      .join(' '),
  }
}

/** Where the pairs of stores are too many, the silhouettes are of some of them. */
function sampleOf({ silhouetteSample, nFitted }: OptimalClusterCounts): string {
  if (silhouetteSample === null) return ''
  return `Silhouettes are of a sample of ${formatNumber(silhouetteSample, 0)} of ${formatNumber(nFitted, 0)} stores.`
}

/** "Three of four criteria pick 6; the other picks 5." */
export function agreementOf(counts: OptimalClusterCounts): string {
  const picks = counts.picks.flatMap(({ k }) => (k === null ? [] : [k]))
  if (!counts.isSearched) return ''
  if (picks.length === 0) return 'There was nothing to choose from.'
  const agreeing = picks.filter((k) => k === counts.k).length
  const others = [...new Set(picks.filter((k) => k !== counts.k))].toSorted((a, b) => a - b)
  // One candidate leaves a criterion nothing to choose between.
  if (counts.candidates.length < 2) return ''
  if (picks.length === 1) return `The only criterion picks ${picks[0]}.`
  if (others.length === 0) return `All ${inWords(picks.length)} criteria pick ${counts.k}.`
  const rest = picks.length - agreeing
  const verb = agreeing === 1 ? 'picks' : 'pick'
  const first =
    agreeing === 0
      ? `None of ${inWords(picks.length)} criteria picks ${counts.k}`
      : `${sentenceCase(inWords(agreeing))} of ${inWords(picks.length)} criteria ${verb} ${counts.k}`
  return `${first}; the ${rest === 1 ? 'other picks' : `other ${inWords(rest)} pick`} ${listed(others.map(String))}.`
}

/** How many criteria pick the chosen k, of those that picked any. */
export function agreeing(counts: OptimalClusterCounts): {
  readonly agree: number
  readonly of: number
} {
  const picks = counts.picks.flatMap(({ k }) => (k === null ? [] : [k]))
  return { agree: picks.filter((k) => k === counts.k).length, of: picks.length }
}

function rivalOf(counts: OptimalClusterCounts): string {
  const chosen = counts.candidates.find(({ k }) => k === counts.k)?.silhouette ?? null
  if (chosen === null) return ''
  const rivals = counts.candidates
    .filter((candidate) => candidate.k !== counts.k && candidate.silhouette !== null)
    .toSorted((a, b) => (b.silhouette ?? 0) - (a.silhouette ?? 0))
  const best = rivals[0]
  if (best === undefined || best.silhouette === null) return ''
  const closeness = Math.abs(chosen - best.silhouette) < 0.02 ? ': a close call' : ''
  const weak = chosen < 0.25 ? ' Below 0.25 the stores lie between groups.' : ''
  const next = `${best.silhouette.toFixed(3)} at ${best.k}${closeness}`
  if (best.silhouette <= chosen) return `The next best is ${next}.${weak}`
  return `The silhouette here is ${chosen.toFixed(3)}, against ${next}.${weak}`
}
