import type { RunRecord } from '../contract'
import type { RunStore } from '../run-store'
import type { Database } from './database'
import { withRoom } from './evict'
import { addressesOf, type StoreName } from './schema'
import { readFrom, type Writing, writeWhole } from './transactions'

export type IdbRunStore = RunStore & {
  /** Keeps a record from elsewhere, numbered anew; one that is here already is given back. */
  readonly appendImported: (record: RunRecord) => Promise<RunRecord>
}

const written = ['runs', 'named', 'deleted', 'pending'] as const satisfies readonly StoreName[]

type WritingRun = Writing<(typeof written)[number]>

/**
 * Run records in IndexedDB. A record is written `strict`, after every value that it names, by the
 * transaction that takes its pending entry away; a deleted one only gets a mark, so that it can
 * come back until `endDeleted`.
 */
export function createIdbRunStore(database: Database, now: () => number = Date.now): IdbRunStore {
  const write = <T>(work: (tx: WritingRun) => Promise<T>) =>
    writeWhole(database, { path: 'runs', stores: written, durability: 'strict' }, work)
  /** Records never change: each is read and cloned once, one a turn of the loop. */
  const known = new Map<string, RunRecord>()
  return {
    list: () =>
      readFrom(database, { path: 'runs', stores: ['runs', 'deleted'] }, async (tx) => {
        const runs = tx.objectStore('runs')
        const deleted = new Set(await tx.objectStore('deleted').getAllKeys())
        const ids = await runs.index('seq').getAllKeys()
        const kept: RunRecord[] = []
        for (const id of ids.toReversed()) {
          const record = known.get(id) ?? (await runs.get(id))
          if (record === undefined || deleted.has(id)) continue
          known.set(id, record)
          kept.push(record)
        }
        for (const id of known.keys()) if (!ids.includes(id)) known.delete(id)
        return kept
      }),
    append: (draft) =>
      withRoom(database, () => write(async (tx) => put(tx, { ...draft, seq: await nextSeq(tx) }))),
    remove: (id) =>
      write(async (tx) => {
        if ((await tx.objectStore('runs').getKey(id)) === undefined) return
        await tx.objectStore('deleted').put(now(), id)
      }),
    restore: (record) =>
      write(async (tx) => {
        await put(tx, record)
      }),
    appendImported: (record) =>
      write(async (tx) => {
        const kept = await tx.objectStore('runs').get(record.id)
        return put(tx, kept ?? { ...record, seq: await nextSeq(tx) })
      }),
  }
}

async function nextSeq(tx: WritingRun): Promise<number> {
  const newest = await tx.objectStore('runs').index('seq').openKeyCursor(null, 'prev')
  return (newest?.key ?? 0) + 1
}

async function put(tx: WritingRun, record: RunRecord): Promise<RunRecord> {
  await tx.objectStore('runs').put(record, record.id)
  await tx.objectStore('named').put(addressesOf(record), record.id)
  await tx.objectStore('deleted').delete(record.id)
  await tx.objectStore('pending').delete(record.id)
  return record
}
