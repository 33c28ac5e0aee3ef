import type { RunRecord } from '../../runs/contract'
import type { RunMark } from '../../runs/run-mark'
import type { Marks } from '../../runs/with-mark'
import { noMark, type RunInHistory } from '../../state/runs/run-history'
import {
  formatAmount,
  formatBytes,
  formatCount,
  formatDuration,
  formatWhen,
} from '../../ui/number-format'
import type { AssetGlyphStatus } from '../../ui/status-glyph'
import { changedWords, runStatusWords, selectionText, shortDigest } from '../run-words'

export type RunLine = {
  readonly run: RunRecord
  readonly mark: RunMark
  readonly glyph: AssetGlyphStatus
  readonly when: string
  /** ISO 8601, for whoever needs it to the second. */
  readonly startedAt: string
  readonly duration: string
  /** Against the longest run that is kept, 0 to 1. */
  readonly share: number
  /** `Full pipeline, 30 of 42 assets made anew` */
  readonly about: string
  /** Against the run before it. */
  readonly changed: string
  /** Short; empty where no store was placed. */
  readonly hash: string
}

const glyphs: Readonly<Record<RunRecord['status'], AssetGlyphStatus>> = {
  success: 'fresh',
  failure: 'failed',
  canceled: 'missing',
}

/** One line a run, newest first. */
export function runLines(
  history: readonly RunInHistory[],
  marks: Marks,
  now: number,
): readonly RunLine[] {
  const longest = history.reduce((most, { run }) => Math.max(most, run.ms), 1)
  return history.map(({ run, changes }) => ({
    run,
    mark: marks.get(run.id) ?? noMark,
    glyph: glyphs[run.status],
    when: formatWhen(run.startedAt, now),
    startedAt: run.startedAt,
    duration: formatDuration(run.ms),
    share: run.ms / longest,
    about: aboutText(run),
    changed:
      changes === null ? 'The first run kept here' : (changedWords(changes) ?? 'Nothing changed'),
    hash: run.resultHash === null ? '' : shortDigest(run.resultHash),
  }))
}

function aboutText({ selection, status, assets }: RunRecord): string {
  const nMade = assets.filter((asset) => asset.status === 'success' && !asset.cached).length
  const made = `${formatCount(nMade)} of ${formatAmount(assets.length, 'asset')} made anew`
  const words = [selectionText(selection)]
  if (status !== 'success') words.push(runStatusWords[status])
  return [...words, made].join(', ')
}

/** `214 MB kept in this browser only.` */
export function keptText(usedBytes: number | null, isMemory: boolean): string {
  const size = usedBytes === null || usedBytes === 0 ? 'Kept' : `${formatBytes(usedBytes)} kept`
  return `${size} ${isMemory ? 'until this page is closed' : 'in this browser only'}.`
}

/** Which run the next ones are read against. */
export function runsTitle(lines: readonly RunLine[]): string {
  if (lines.length === 0) return 'No run yet'
  const baseline = lines.find(({ mark }) => mark.standing === 'baseline')
  const runs = formatAmount(lines.length, 'run')
  return baseline === undefined
    ? `${runs}, none of them the baseline`
    : `${runs}; run ${baseline.run.seq} is the baseline`
}

/** What the retention comes to, so that nobody is surprised. */
export function retentionText(nToEnd: number): string {
  const stay = 'Candidates, the baseline, and runs with a name or a note stay.'
  if (nToEnd === 0) return stay
  return `${stay} ${formatAmount(nToEnd, 'run')} will go when the next run ends.`
}
