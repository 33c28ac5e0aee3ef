import type { RunRecord, RunRequest } from './contract'
import type { RunDraft } from './run-store'

export type RunOutcome = Pick<RunRecord, 'ms' | 'status'> &
  Partial<Pick<RunRecord, 'assets' | 'beside' | 'errors' | 'resultHash'>> & {
    /** Milliseconds since 1970. */
    readonly startedAt: number
  }

/** The record of a run that is over: what was asked, of which files, and what became of it. */
export function draftOf(request: RunRequest, outcome: RunOutcome): RunDraft {
  const { assets = [], beside = [], errors = [], resultHash = null } = outcome
  return {
    id: request.runId,
    startedAt: new Date(outcome.startedAt).toISOString(),
    ms: Math.round(outcome.ms),
    status: outcome.status,
    selection: request.selection,
    configuration: request.configuration,
    environment: request.environment ?? null,
    baseline: baselineOf(request),
    inputs: request.sources.map(({ role, name, profile, columns }) => ({
      role,
      name,
      digest: profile.digest,
      size: profile.size,
      columns,
      options: profile.options,
    })),
    assets,
    ...(beside.length === 0 ? {} : { beside }),
    errors,
    resultHash,
  }
}

function baselineOf({ baseline }: RunRequest) {
  return baseline ? { runId: baseline.runId, seq: baseline.seq } : null
}
