import type { LogEntry, RunRecord } from '../contract'
import type { PendingRun } from '../pending-run'
import type { RunMark } from '../run-mark'
import type { LogStore } from '../run-store'
import { valuesIn } from '../values-made'
import { type Marks, withMark } from '../with-mark'
import { createMemoryCache } from './memory-cache'
import { createMemoryRunStore } from './memory-run-store'
import { addressesOf } from './schema'
import type { Desk } from './workspace'

/**
 * What the page keeps where the browser keeps nothing: everything of this visit, gone with it.
 * A run that is cut off by the end of the page cannot be found again, so none is ever pending.
 */
export function createMemoryStorage() {
  const cache = createMemoryCache()
  const runs = createMemoryRunStore()
  const logs = new Map<string, readonly LogEntry[]>()
  let marks: Marks = new Map()
  const log: LogStore = {
    write: async (runId, entries) => {
      logs.set(runId, entries)
    },
  }
  const endRuns = async (ids: readonly string[]) => {
    for (const id of ids) {
      await runs.remove(id)
      logs.delete(id)
    }
    marks = new Map([...marks].filter(([id]) => !ids.includes(id)))
    const named = new Set((await runs.list()).flatMap(addressesOf))
    for (const address of await cache.list()) if (!named.has(address)) await cache.remove(address)
  }
  const storage = {
    kind: 'memory' as const,
    readValue: valuesIn(cache),
    listVersions: () => cache.list(),
    listRuns: () => runs.list(),
    deleteRun: (id: string) => runs.remove(id),
    restoreRun: (record: RunRecord) => runs.restore(record),
    appendImported: async (record: RunRecord) =>
      (await runs.list()).find(({ id }) => id === record.id) ?? runs.append(record),
    endRuns,
    readLog: async (runId: string) => logs.get(runId) ?? [],
    writeLog: (runId: string, entries: readonly LogEntry[]) => log.write(runId, entries),
    readMarks: async () => marks,
    changeMark: async (id: string, change: Partial<RunMark>) => {
      marks = withMark(marks, id, change)
      return marks
    },
    listPending: async () => [],
    writePending: async (_run: PendingRun) => undefined,
    removePending: async (_runId: string) => undefined,
    readWorkspace: async () => null,
    writeWorkspace: async (_desk: Desk) => [],
    usedBytes: async () => null,
    persistence: async (_ask: boolean) => null,
  }
  return { storage, keeper: { cache, runs, log } }
}
