import type { OptimalClusterCounts } from '../../assets/model-training/optimal-cluster-counts/spec'
import { inWords } from '../../ui/number-words'

type Candidate = OptimalClusterCounts['candidates'][number]

/** One measure over k: how it is drawn, read from a candidate, and which way is better. */
export type Measure = {
  readonly name: string
  readonly hint: string
  readonly definition: string
  readonly criterion: string | null
  readonly digits: number
  readonly of: (candidate: Candidate) => number | null
}

export const measures: readonly Measure[] = [
  {
    name: 'Combined score',
    hint: 'higher is better',
    definition: 'Mean of the chosen metrics after each is scaled to 0..1 over the range of k.',
    criterion: 'combined',
    digits: 2,
    of: (candidate) => candidate.combined,
  },
  {
    name: 'Silhouette',
    hint: 'higher is better',
    definition:
      'Mean over the stores of (b − a) / max(a, b): a to the own cluster, b to the next. From −1 to 1.',
    criterion: 'silhouette',
    digits: 3,
    of: (candidate) => candidate.silhouette,
  },
  {
    name: 'Calinski-Harabasz',
    hint: 'higher is better',
    definition: 'Variance between clusters over variance inside them, each by its freedom.',
    criterion: 'calinski_harabasz',
    digits: 0,
    of: (candidate) => candidate.calinskiHarabasz,
  },
  {
    name: 'Davies-Bouldin',
    hint: 'lower is better',
    definition: 'Mean over the clusters of how much each overlaps its most similar neighbour.',
    criterion: 'davies_bouldin',
    digits: 3,
    of: (candidate) => candidate.daviesBouldin,
  },
  {
    name: 'Inertia',
    hint: 'always falls',
    definition: 'Sum over the stores of the squared distance to the centre of their cluster.',
    criterion: null,
    digits: 0,
    of: (candidate) => candidate.inertia,
  },
  {
    name: 'Smallest cluster',
    hint: 'stores',
    definition: 'Number of fitted stores in the smallest cluster.',
    criterion: null,
    digits: 0,
    of: (candidate) => candidate.smallest,
  },
]

/** A measure ready to draw: a point per k, the k that its criterion picks, and what to say of it. */
export type Panel = {
  readonly measure: Measure
  readonly points: readonly { readonly k: number; readonly value: number | null }[]
  readonly chosen: number
  readonly pick: number | null
  readonly note: string
  /** The pick is another k than the chosen one: said in warn text. */
  readonly differs: boolean
}

export function panelsOf(counts: OptimalClusterCounts): readonly Panel[] {
  return measures.map((measure) => {
    const pick = pickOf(counts, measure.criterion)
    return {
      measure,
      points: counts.candidates.map((candidate) => ({
        k: candidate.k,
        value: measure.of(candidate),
      })),
      chosen: counts.k,
      pick,
      note: noteOf(counts, measure, pick),
      differs: pick !== null && pick !== counts.k,
    }
  })
}

export function pickOf(counts: OptimalClusterCounts, criterion: string | null): number | null {
  return counts.picks.find((pick) => pick.criterion === criterion)?.k ?? null
}

function noteOf(counts: OptimalClusterCounts, measure: Measure, pick: number | null): string {
  if (measure.criterion !== null) {
    if (pick === null) return 'No pick'
    return pick === counts.k ? `Picks ${pick}` : `Picks ${pick}, not ${counts.k}`
  }
  const chosen = counts.candidates.find(({ k }) => k === counts.k)
  const value = chosen === undefined ? null : measure.of(chosen)
  if (value === null) return ''
  if (measure.name === 'Inertia') return shareKept(counts)
  return `${value} ${value === 1 ? 'store' : 'stores'} at ${counts.k}`
}

/** How much of the inertia at the smallest k is left at the chosen one. */
function shareKept(counts: OptimalClusterCounts): string {
  const first = counts.candidates[0]
  const chosen = counts.candidates.find(({ k }) => k === counts.k)
  if (first === undefined || chosen === undefined || first.inertia === 0) return ''
  if (first.k === counts.k) return `The smallest count tried`
  return `${Math.round((100 * chosen.inertia) / first.inertia)} % of that at ${first.k}`
}

export type Answer = { readonly title: string; readonly detail: string }

/** The answer of the screen: the chosen k, who agrees, and how close the next best is. */
export function answerOf(counts: OptimalClusterCounts, subject: string): Answer {
  const clusters = counts.k === 1 ? '1 cluster' : `${counts.k} clusters`
  return {
    title: `${clusters} for ${subject}. ${agreementOf(counts)}`.trim(),
    detail: [counts.reason, rivalOf(counts)].filter((sentence) => sentence !== '').join(' '),
  }
}

/** "Three of four criteria pick 6; the other picks 5." */
export function agreementOf(counts: OptimalClusterCounts): string {
  const picks = counts.picks.flatMap(({ k }) => (k === null ? [] : [k]))
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
      : `${capital(inWords(agreeing))} of ${inWords(picks.length)} criteria ${verb} ${counts.k}`
  return `${first}; the ${rest === 1 ? 'other picks' : `other ${inWords(rest)} pick`} ${listed(others)}.`
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

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}

function listed(ks: readonly number[]): string {
  if (ks.length < 2) return ks.join('')
  return `${ks.slice(0, -1).join(', ')} and ${ks.at(-1)}`
}

/** What the silhouette does around the chosen k, in one line. */
export function panelsTitle(counts: OptimalClusterCounts): string {
  const scores = counts.candidates.flatMap(({ k, silhouette }) =>
    silhouette === null ? [] : [{ k, silhouette }],
  )
  const best = scores.toSorted((a, b) => b.silhouette - a.silhouette || a.k - b.k)[0]
  if (best === undefined) return 'Too few stores to compare counts'
  if (best.silhouette < 0.25)
    return `No count stands apart: the best silhouette is ${best.silhouette.toFixed(2)}`
  return `The silhouette peaks at ${best.k}`
}
