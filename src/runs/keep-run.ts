import type { LogEntry, RunRecord } from './contract'
import { expectedFailure } from './failure-of'
import type { LogStore, RunDraft, RunStore } from './run-store'

export type KeepPorts = {
  readonly runs: Pick<RunStore, 'append'>
  /** Where the log of a run that is over is kept, before its record; without it, it is only told. */
  readonly log?: LogStore
}

/**
 * Keeps the log, then the record of a run that is over. A log that cannot be saved does not cost the
 * record; a record that cannot be saved is still the answer, with `seq` 0. Both say what went wrong.
 */
export async function keepRun(
  draft: RunDraft,
  entries: readonly LogEntry[],
  { runs, log }: KeepPorts,
): Promise<RunRecord> {
  const errors = [...draft.errors]
  try {
    await log?.write(draft.id, entries)
  } catch (error) {
    errors.push(expectedFailure(error))
  }
  try {
    return await runs.append({ ...draft, errors })
  } catch (error) {
    return { ...draft, seq: 0, errors: [...errors, expectedFailure(error)] }
  }
}
