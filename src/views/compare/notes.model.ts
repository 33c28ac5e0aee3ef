import type { RunComparison } from '../../runs/compare/compare-runs'
import type { Place } from '../../runs/compare/placements'
import { listed } from '../../ui/list-words'
import { formatAmount } from '../../ui/number-format'

/** What of the two runs cannot be laid side by side, a sentence each. */
export function notesOf(comparison: RunComparison, category: string | null): readonly string[] {
  const { a, b, lost, onlyInA, onlyInB } = comparison
  return [
    ...lostNote(a.seq, lost.before),
    ...lostNote(b.seq, lost.after),
    ...onlyNotes(onlyInA, { has: a.seq, lacks: b.seq, category }),
    ...onlyNotes(onlyInB, { has: b.seq, lacks: a.seq, category }),
    ...metricsNote(comparison, category),
  ]
}

/** Without this, figures that were not made would pass for figures that are the same. */
function metricsNote(
  { memberships, metrics, lost }: RunComparison,
  category: string | null,
): readonly string[] {
  if (lost.before.length > 0 || lost.after.length > 0) return []
  const views = memberships.flatMap(({ view, ...place }) => {
    const isHere = place.category === category || place.category === 'all'
    const isMeasured = metrics.all.some(
      (one) => one.view === view && one.category === place.category,
    )
    return isHere && view !== 'merged' && !isMeasured ? [view] : []
  })
  if (views.length === 0) return []
  return [
    `The metrics of the ${views.join(' and ')} clusters are not in both runs: run what is stale to compare them.`,
  ]
}

function lostNote(seq: number, lost: readonly string[]): readonly string[] {
  if (lost.length === 0) return []
  const values = formatAmount(lost.length, 'value')
  return [
    `${values} of run ${seq} ${lost.length === 1 ? 'is' : 'are'} no longer kept: what needs them is not compared. Open its bundle, or run it again with its settings.`,
  ]
}

type Only = {
  readonly has: number
  readonly lacks: number
  readonly category: string | null
}

function onlyNotes(places: readonly Place[], { has, lacks, category }: Only): readonly string[] {
  const here = places.filter((place) => place.category === category || place.category === 'all')
  const others = new Set(places.flatMap((place) => (here.includes(place) ? [] : [place.category])))
  const views = here.map(({ view }) => view)
  return [
    ...(views.length === 0
      ? []
      : [`Only run ${has} has ${listed(views)} clusters here; run ${lacks} has none to compare.`]),
    ...(others.size === 0 ? [] : [`Only run ${has} has ${listed([...others], 3)}.`]),
  ]
}
