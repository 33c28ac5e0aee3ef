import type { LogStore } from '../runs/run-store'
import { logText } from './progress'
import { writeWhole } from './whole-file'

/** The log of the last run, as text in one file. */
export function fileLog(path: string): LogStore {
  return { write: (_runId, entries) => writeWhole(path, logText(entries)) }
}
