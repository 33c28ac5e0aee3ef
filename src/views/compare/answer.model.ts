import type { RunComparison } from '../../runs/compare/compare-runs'
import type { Membership } from '../../runs/compare/membership'
import type { ClusterView } from '../../runs/compare/placements'
import { formatAmount, formatCount, formatNumber } from '../../ui/number-format'
import type { Heads } from './cluster-heads'
import { keptText, largestMove } from './movement'

export type CompareAnswer = { readonly title: string; readonly detail: string }

export const clusterWords: Readonly<Record<ClusterView, string>> = {
  internal: 'internal cluster',
  external: 'external cluster',
  merged: 'merged cluster',
}

export type Shown = {
  /** The branch that is looked at; null where not both runs have it. */
  readonly membership: Membership | null
  readonly heads: Heads
  /** Every branch of the category that both runs have. */
  readonly all: readonly Membership[]
}

/** What a manager would repeat: how many stores keep their cluster. */
export function compareAnswer(comparison: RunComparison, shown: Shown): CompareAnswer {
  const { a, b, isSameResult } = comparison
  if (isSameResult === true)
    return {
      title: `Run ${b.seq} places every store as run ${a.seq} does.`,
      detail: `Both have the result hash ${b.resultHash?.slice(0, 12) ?? ''}.`,
    }
  const { membership, heads, all } = shown
  if (membership === null)
    return {
      title: `Runs ${a.seq} and ${b.seq} have no clusters to compare here.`,
      detail: whyNothing(comparison),
    }
  const detail = [
    ...largestWords(membership, heads),
    ...(membership.nCommon === 0 ? [] : [agreementWords(all)]),
  ]
  return { title: keptSentence(membership), detail: detail.join(' ') }
}

function keptSentence({ view, nCommon, moves }: Membership): string {
  if (nCommon === 0) return 'The two runs have no store in common.'
  const cluster = clusterWords[view]
  if (moves.length === 0) return `All ${formatAmount(nCommon, 'store')} keep their ${cluster}.`
  const kept = keptText(nCommon - moves.length, nCommon)
  const move = moves.length === 1 ? 'moves' : 'move'
  return `${kept} of stores keep their ${cluster}; ${formatCount(moves.length)} of ${formatCount(nCommon)} ${move}.`
}

function largestWords(membership: Membership, heads: Heads): readonly string[] {
  const largest = largestMove(membership, heads)
  return largest === null ? [] : [`The largest move is ${largest}.`]
}

/** `ARI 0.88 internal, 0.90 external.` */
function agreementWords(all: readonly Membership[]): string {
  const parts = all
    .filter(({ nCommon }) => nCommon > 0)
    .map(({ view, adjustedRandIndex }) => `${ariText(adjustedRandIndex)} ${view}`)
  return `ARI ${parts.join(', ')}.`
}

/** Only equal groups are 1.00. */
function ariText(ari: number): string {
  const text = formatNumber(ari, 2)
  return ari < 1 && Number(text) === 1 ? formatNumber(ari, 4) : text
}

function whyNothing({ lost, memberships, a, b }: RunComparison): string {
  if (lost.before.length > 0) return `Values of run ${a.seq} are no longer kept.`
  if (lost.after.length > 0) return `Values of run ${b.seq} are no longer kept.`
  if (memberships.length > 0) return 'Another category or branch has stores in both.'
  return 'No branch and category has stores in both.'
}
