import type { RunRecord } from '../contract'
import { createDatabase, type Database } from './database'
import { createIdbCache } from './idb-cache'
import { collectDeleted, createIdbRunStore } from './idb-run-store'
import { type Desk, readDesk, writeDesk } from './workspace'

/**
 * What the page keeps in this browser: values by address, run records, files and settings.
 * Runs that were deleted before this start are gone for good once it is made.
 * Every method rejects with an `AssetError` in words when the browser refuses.
 */
export function createBrowserStorage(database: Database = createDatabase()) {
  const cache = createIdbCache(database)
  const runs = createIdbRunStore(database)
  // A refusal is told by the next call, in words: nothing here depends on the collection.
  const collected = collectDeleted(database).catch(() => undefined)
  return {
    readValue: async (address: string): Promise<unknown> =>
      (await cache.read(address))?.value ?? null,
    listVersions: () => cache.list(),
    listRuns: async () => {
      await collected
      return runs.list()
    },
    deleteRun: (id: string) => runs.remove(id),
    restoreRun: (record: RunRecord) => runs.restore(record),
    readWorkspace: () => readDesk(database),
    writeWorkspace: (desk: Desk) => writeDesk(database, desk),
    usedBytes: async (): Promise<number | null> => {
      // On plain http there is no storage manager, whatever its type says.
      const manager: StorageManager | undefined = navigator.storage
      const estimate = await manager?.estimate()
      return estimate?.usage ?? null
    },
  }
}
