import type { FoundRun, PendingRun } from '../pending-run'
import type { Database } from './database'
import { withRoom } from './evict'
import { withBytes, withOrWithoutBytes, withoutBytes } from './stored-files'
import { readFrom, writeWhole } from './transactions'

/**
 * Writes a run that is about to start, with the bytes of its files where they are not here yet and
 * can be: without them it starts all the same.
 */
export function writePending(database: Database, run: PendingRun | FoundRun): Promise<void> {
  const { lostSources = [], ...kept }: PendingRun & Partial<FoundRun> = run
  const { runId, sources } = run.request
  const stored = [...sources.map(withoutBytes), ...lostSources]
  const touched = { path: runId, stores: ['pending', 'files'], durability: 'strict' } as const
  return withOrWithoutBytes((copyBytes) =>
    withRoom(database, () =>
      writeWhole(database, touched, async (tx) => {
        await copyBytes(tx.objectStore('files'), sources)
        await tx
          .objectStore('pending')
          .put({ ...kept, request: { ...run.request, sources: stored } }, runId)
      }),
    ),
  )
}

export function removePending(database: Database, runId: string): Promise<void> {
  return writeWhole(database, { path: runId, stores: ['pending'] }, (tx) =>
    tx.objectStore('pending').delete(runId),
  )
}

/** Runs that were started and have no record, oldest first; a file without its bytes is lost. */
export function listPending(database: Database): Promise<readonly FoundRun[]> {
  return readFrom(database, { path: 'pending', stores: ['pending', 'files'] }, async (tx) => {
    const found: FoundRun[] = []
    for (const run of await tx.objectStore('pending').getAll()) {
      const { sources, lostSources } = await withBytes(run.request.sources, (digest) =>
        tx.objectStore('files').get(digest),
      )
      found.push({ ...run, request: { ...run.request, sources }, lostSources })
    }
    return found.toSorted((a, b) => a.startedAt - b.startedAt)
  })
}
