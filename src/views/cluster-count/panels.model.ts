import type { OptimalClusterCounts } from '../../assets/model-training/optimal-cluster-counts/spec'
import { type Measure, measuresOf } from './measures'

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
  return measuresOf(counts).map((measure) => {
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
  if (measure.criterion === 'elbow') return noteOfElbow(counts, pick)
  if (measure.criterion !== null) return pick === null ? 'No pick' : `Picks ${asPick(counts, pick)}`
  const chosen = counts.candidates.find(({ k }) => k === counts.k)
  const value = chosen === undefined ? null : measure.of(chosen)
  if (value === null) return ''
  if (measure.name === 'Found again') return `${Math.round(100 * value)} % at ${counts.k}`
  return `${value} ${value === 1 ? 'store' : 'stores'} at ${counts.k}`
}

function asPick(counts: OptimalClusterCounts, pick: number): string {
  return pick === counts.k ? String(pick) : `${pick}, not ${counts.k}`
}

function noteOfElbow(counts: OptimalClusterCounts, pick: number | null): string {
  const elbow = pick === null ? 'No clear elbow' : `Elbow at ${asPick(counts, pick)}`
  return [elbow, shareKept(counts)].filter((part) => part !== '').join('; ')
}

/** How much of the inertia at the smallest k is left at the chosen one. */
function shareKept(counts: OptimalClusterCounts): string {
  const first = counts.candidates[0]
  const chosen = counts.candidates.find(({ k }) => k === counts.k)
  if (first === undefined || chosen === undefined || first.inertia === 0) return ''
  if (first.k === counts.k) return ''
  return `${Math.round((100 * chosen.inertia) / first.inertia)} % of that at ${first.k}`
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
