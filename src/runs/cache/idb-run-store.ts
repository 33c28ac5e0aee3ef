import { addressOf } from '../address'
import type { RunRecord } from '../contract'
import type { RunStore } from '../run-store'
import type { Database } from './database'

/**
 * Run records in IndexedDB. A record is written `strict`, after every value that it names; a
 * deleted one only gets a mark, so that it can come back until `collectDeleted`.
 */
export function createIdbRunStore(database: Database): RunStore {
  return {
    list: () =>
      database.run('runs', async (db) =>
        (await db.getAll('runs'))
          .flatMap(({ record, isDeleted }) => (isDeleted ? [] : [record]))
          .toSorted((a, b) => b.seq - a.seq),
      ),
    append: (draft) =>
      database.run('runs', async (db) => {
        const tx = db.transaction('runs', 'readwrite', { durability: 'strict' })
        const kept = await tx.store.getAll()
        const seq = kept.reduce((most, { record }) => Math.max(most, record.seq), 0) + 1
        const record: RunRecord = { ...draft, seq }
        await Promise.all([tx.store.put({ record, isDeleted: false }, record.id), tx.done])
        return record
      }),
    remove: (id) =>
      database.run('runs', async (db) => {
        const tx = db.transaction('runs', 'readwrite')
        const kept = await tx.store.get(id)
        if (kept !== undefined) await tx.store.put({ ...kept, isDeleted: true }, id)
        await tx.done
      }),
    restore: (record) =>
      database.run('runs', async (db) => {
        await db.put('runs', { record, isDeleted: false }, record.id)
      }),
  }
}

/**
 * Ends what was deleted: first the values that no other run names, then the record. Interrupted in
 * between, the next start goes on; a record never points at a value that was taken away for another.
 */
export function collectDeleted(database: Database): Promise<void> {
  return database.run('runs', async (db) => {
    const tx = db.transaction(['runs', 'values', 'summaries'], 'readwrite')
    const runs = await tx.objectStore('runs').getAll()
    const named = new Set(runs.filter((run) => !run.isDeleted).flatMap(addressesOf))
    for (const run of runs.filter(({ isDeleted }) => isDeleted)) {
      for (const address of addressesOf(run).filter((one) => !named.has(one))) {
        await tx.objectStore('values').delete(address)
        await tx.objectStore('summaries').delete(address)
      }
      await tx.objectStore('runs').delete(run.record.id)
    }
    await tx.done
  })
}

function addressesOf({ record }: { readonly record: RunRecord }): readonly string[] {
  return record.assets.flatMap((asset) =>
    asset.dataVersion === null ? [] : [addressOf(asset, asset.dataVersion)],
  )
}
