import type { LogEntry, RunRecord } from '../contract'
import type { PendingRun } from '../pending-run'
import type { RunMark } from '../run-mark'
import { valuesIn } from '../values-made'
import type { Database } from './database'
import { endDeleted, endRuns } from './evict'
import { createIdbCache } from './idb-cache'
import { createIdbLogStore } from './idb-log-store'
import { changeMark, readMarks } from './idb-marks'
import { listPending, removePending, writePending } from './idb-pending'
import { createIdbRunStore } from './idb-run-store'
import { persistence, usedBytes } from './storage-manager'
import { type Desk, readDesk, writeDesk } from './workspace'

/** Milliseconds in which a deleted run can come back as it was, also in another tab. */
const undoFor = 60_000

/**
 * What the page keeps in this browser: values by address, run records, files and settings.
 * Runs that were deleted well before this start are gone for good once it is made.
 * Every method rejects with an `AssetError` in words when the browser refuses.
 */
export function createBrowserStorage(database: Database, now: () => number = Date.now) {
  const cache = createIdbCache(database)
  const runs = createIdbRunStore(database, now)
  const logs = createIdbLogStore(database)
  // A refusal is told by the next call, in words: nothing here depends on the collection.
  const collected = endDeleted(database, now() - undoFor).catch(() => undefined)
  return {
    kind: 'kept' as const,
    readValue: valuesIn(cache),
    listVersions: () => cache.list(),
    listRuns: async () => {
      await collected
      return runs.list()
    },
    deleteRun: (id: string) => runs.remove(id),
    restoreRun: (record: RunRecord) => runs.restore(record),
    appendImported: (record: RunRecord) => runs.appendImported(record),
    endRuns: async (ids: readonly string[]) => {
      await endRuns(database, ids)
    },
    readLog: (runId: string) => logs.read(runId),
    writeLog: (runId: string, entries: readonly LogEntry[]) => logs.write(runId, entries),
    readMarks: () => readMarks(database),
    changeMark: (id: string, change: Partial<RunMark>) => changeMark(database, id, change),
    listPending: () => listPending(database),
    writePending: (run: PendingRun) => writePending(database, run),
    removePending: (runId: string) => removePending(database, runId),
    readWorkspace: () => readDesk(database),
    writeWorkspace: (desk: Desk) => writeDesk(database, desk),
    usedBytes,
    persistence,
  }
}
