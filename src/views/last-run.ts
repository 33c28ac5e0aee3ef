import type { RunRecord } from '../runs/contract'
import { formatDuration } from '../ui/number-format'

/** The figures of a finished run that bar and pipeline quote. */
export type LastRun = {
  readonly seq: number
  readonly ran: number
  readonly cached: number
  readonly total: number
  readonly ms: number
}

export function lastRunOf(run: RunRecord): LastRun {
  const made = run.assets.filter(({ status }) => status !== 'skipped')
  return {
    seq: run.seq,
    ran: made.filter(({ cached }) => !cached).length,
    cached: made.filter(({ cached }) => cached).length,
    total: run.assets.length,
    ms: run.ms,
  }
}

/** `42 of 75 assets run, 33 cached, in 0.9 s`, in the words of the command line. */
export function lastRunText({ ran, cached, total, ms }: LastRun): string {
  const nSkipped = total - ran - cached
  const skipped = nSkipped === 0 ? '' : `, ${nSkipped} skipped`
  return `${ran} of ${total} assets run, ${cached} cached${skipped}, in ${formatDuration(ms)}`
}
