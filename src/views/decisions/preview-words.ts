import type { DecisionPreview } from '../../state/overrides/decision-preview'
import { formatAmount, formatNumber, formatPercent } from '../../ui/number-format'
import { idText } from './decision-words'

export type PreviewWords = { readonly text: string; readonly isWarning: boolean }

/** What a decision would do, before it is confirmed: who moves, at which cost, against whom. */
export function previewWords(preview: DecisionPreview): PreviewWords {
  const { outcome, overruled } = preview
  const holds = outcome.status === 'applied' || outcome.status === 'no_effect'
  const sentences = [
    effectOf(preview),
    costSentence(preview),
    holds ? '' : outcome.message,
    overruled.length === 0
      ? ''
      : `Overrules ${formatAmount(overruled.length, 'earlier decision')} in part or as a whole.`,
  ]
  return {
    text: sentences.filter((sentence) => sentence !== '').join(' '),
    isWarning: !holds || overruled.length > 0,
  }
}

function effectOf({ moves, leftOut, outcome }: DecisionPreview): string {
  if (leftOut.length > 0)
    return `${formatAmount(leftOut.length, 'store')} would get no cluster. The centres stay as they are.`
  const [first] = moves
  if (first === undefined) return nothingMoves(outcome.kind)
  if (moves.length === 1)
    return `${first.store} would move from ${idText(first.from)} to ${idText(first.to)}.`
  return `${formatAmount(moves.length, 'store')} would move.`
}

function nothingMoves(kind: DecisionPreview['outcome']['kind']): string {
  if (kind === 'exclude') return 'Nothing changes.'
  return 'No store moves now; later runs will keep it so.'
}

function costSentence({ moves, cost, share }: DecisionPreview): string {
  if (moves.length === 0) return ''
  return `${costText(cost, share)}.`
}

/** `Adds 4.21 to the inertia, 0.6 % of the within sum of squares`; a move back takes from it. */
export function costText(cost: number, share: number | null): string {
  const verb = cost < 0 ? `Takes ${formatNumber(-cost)} from` : `Adds ${formatNumber(cost)} to`
  if (share === null) return `${verb} the inertia`
  return `${verb} the inertia, ${shareText(Math.abs(share))} of the within sum of squares`
}

/** Small shares keep a figure that says something. */
function shareText(share: number): string {
  if (share > 0 && share < 0.0005) return `under ${formatPercent(0.001, 1)}`
  return formatPercent(share, 1)
}
