import type { LogLevel } from '../assets/spec'
import type { AssetRef, LogEntry, RunEvent } from './contract'

/** What is said, before it is known when. */
export type LogLine = { readonly level: LogLevel; readonly message: string }

/** The log of one run: a line is told at once, and all of them are given at the end. */
export type RunLog = {
  /** Milliseconds since the run started. */
  readonly elapsed: () => number
  /** `about` is null for the run as a whole; `at` is now where it is not given. */
  readonly add: (about: AssetRef | null, lines: readonly LogLine[], at?: number) => void
  /** In the order of time; lines of one moment in the order in which they were told. */
  readonly entries: () => readonly LogEntry[]
}

export function createRunLog(clock: () => number, emit: (event: RunEvent) => void): RunLog {
  const start = clock()
  const elapsed = () => clock() - start
  const entries: LogEntry[] = []
  return {
    elapsed,
    add: (about, lines, at = elapsed()) => {
      const { key, partition } = about ?? { key: null, partition: null }
      for (const { level, message } of lines) {
        const entry = { at: Math.round(at), level, key, partition, message }
        entries.push(entry)
        emit({ type: 'logged', entry })
      }
    },
    entries: () => entries.toSorted((a, b) => a.at - b.at),
  }
}
