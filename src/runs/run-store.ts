import type { LogEntry, RunRecord } from './contract'

/** A run that is over, before the store numbers it. */
export type RunDraft = Omit<RunRecord, 'seq'>

/** Run records, append-only: a record is never changed, only put out of sight and brought back. */
export type RunStore = {
  /** Newest first, by sequence and never by clock. */
  readonly list: () => Promise<readonly RunRecord[]>
  /** Numbers the run after the newest one and keeps it. */
  readonly append: (draft: RunDraft) => Promise<RunRecord>
  readonly remove: (id: string) => Promise<void>
  readonly restore: (record: RunRecord) => Promise<void>
}

/** The logs of runs, each written once and beside the record, which is read far more often. */
export type LogStore = {
  readonly write: (runId: string, entries: readonly LogEntry[]) => Promise<void>
}
