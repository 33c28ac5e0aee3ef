import type { RunRecord } from '../runs/contract'

export const exitCode = { done: 0, failed: 1, badInput: 2, checkFailed: 3 } as const
export type ExitCode = (typeof exitCode)[keyof typeof exitCode]

/**
 * What a run says to a script. Bad input weighs most, as nothing else can be trusted then; a run
 * that made no record at all could not start, which is bad input too.
 */
export function exitCodeOf(run: RunRecord): ExitCode {
  const codes = run.errors.map(({ code }) => code)
  if (codes.some((code) => inputCodes.has(code))) return exitCode.badInput
  if (run.status === 'failure' && run.assets.length === 0) return exitCode.badInput
  if (codes.includes('check_failed')) return exitCode.checkFailed
  return run.status === 'success' ? exitCode.done : exitCode.failed
}

/** Failures of an asset that only other input or another setting can mend. */
const inputCodes: ReadonlySet<string> = new Set([
  'missing_role',
  'missing_column',
  'unknown_column',
  'column_type',
  'duplicate_stores',
  'threshold_not_a_share',
  'share_needs_linear',
])
