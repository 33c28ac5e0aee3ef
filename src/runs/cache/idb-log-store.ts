import type { LogEntry } from '../contract'
import type { LogStore } from '../run-store'
import type { Database } from './database'
import { withRoom } from './evict'
import { readFrom, writeWhole } from './transactions'

export type IdbLogStore = LogStore & {
  /** Empty where the run has none, or is not kept. */
  readonly read: (runId: string) => Promise<readonly LogEntry[]>
}

export function createIdbLogStore(database: Database): IdbLogStore {
  return {
    write: (runId, entries) =>
      withRoom(database, () =>
        writeWhole(database, { path: runId, stores: ['logs'] }, async (tx) => {
          await tx.objectStore('logs').put(entries, runId)
        }),
      ),
    read: (runId) =>
      readFrom(
        database,
        { path: runId, stores: ['logs'] },
        async (tx) => (await tx.objectStore('logs').get(runId)) ?? [],
      ),
  }
}
