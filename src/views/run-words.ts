import type { RunRecord } from '../runs/contract'
import type { RunMark } from '../runs/run-mark'
import type { RunChanges } from '../state/runs/run-changes'
import { listed } from '../ui/list-words'
import { jobText } from './plan-words'

/** `Run 14`, and what a person calls it: `Run 14, before Christmas`. */
export function runTitle({ seq }: Pick<RunRecord, 'seq'>, mark: RunMark | undefined): string {
  return mark === undefined || mark.name === '' ? `Run ${seq}` : `Run ${seq}, ${mark.name}`
}

/** Two runs as sentences name them: `run 13, baseline`. */
export type RunWords = { readonly before: string; readonly after: string }

/** In a sentence: `run 13, baseline`. */
export function runInWords({ seq }: Pick<RunRecord, 'seq'>, mark: RunMark | undefined): string {
  return mark?.standing === 'baseline' ? `run ${seq}, baseline` : `run ${seq}`
}

/** What a run was about: its job, or how many assets were asked for. */
export function selectionText(selection: string): string {
  const parts = selection.split(',').map((part) => part.trim())
  const words = parts.map(jobText)
  const isOfJobs = parts.every((part, i) => part !== words[i])
  return listed(words, isOfJobs ? words.length : 1)
}

export const runStatusWords: Readonly<Record<RunRecord['status'], string>> = {
  success: 'complete',
  failure: 'failed',
  canceled: 'canceled',
}

/** The first figures of a digest, as people compare them: `a41f 09c2`. */
export function shortDigest(digest: string): string {
  return `${digest.slice(0, 4)} ${digest.slice(4, 8)}`
}

/** What changed against another run, in a few words; null where settings and files are the same. */
export function changedWords({ settings, files }: RunChanges): string | null {
  return listed([...settings, ...files], 2) || null
}
