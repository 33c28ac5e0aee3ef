import type { RunElsewhere } from '../runs/tab-message'
import type { InterruptedRun } from '../state/runs/interrupted-run'
import { formatAmount, formatPercent, formatWhen } from '../ui/number-format'
import { selectionText } from './run-words'

export type OtherRunWords = {
  readonly title: string
  readonly detail: string
  /** What keeps it from going on, and what to do; empty where nothing does. */
  readonly waits: string
}

/** A run whose page ended before it did: what it was, how far it came, why it waits. */
export function interruptedWords(
  { selection, startedAt, nKept, nTotal, waitsFor }: InterruptedRun,
  now: number,
): OtherRunWords {
  const when = formatWhen(new Date(startedAt).toISOString(), now)
  return {
    title: `${selectionText(selection)}, started ${when}, was interrupted`,
    detail: keptWords(nKept, nTotal),
    waits: waitsFor === null ? '' : `${waitsFor.message} ${waitsFor.hint}`,
  }
}

function keptWords(nKept: number, nTotal: number): string {
  if (nTotal === 0) return 'What it had made is kept.'
  const assets = formatAmount(nTotal, 'asset')
  if (nKept === 0) return `None of ${assets} was finished.`
  if (nKept === 1) return `1 of ${assets} was finished and is kept.`
  return `${nKept} of ${assets} were finished and are kept.`
}

/** A run of another tab: how far it is, and why this tab starts none. */
export function elsewhereWords({ selection, progress }: RunElsewhere): OtherRunWords {
  const how =
    progress === null
      ? ''
      : ` ${sentenceOf(progress.stage)}, ${progress.nDone} of ${formatAmount(progress.nTotal, 'asset')}, ${formatPercent(progress.share)}.`
  return {
    title: `Another tab is running: ${selectionText(selection)}`,
    detail: `One run at a time goes on over what this browser keeps; its results will show here too.${how}`,
    waits: '',
  }
}

function sentenceOf(stage: string): string {
  return `It is at ${stage}`
}
