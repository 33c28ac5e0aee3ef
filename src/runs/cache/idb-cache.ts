import type { Database } from './database'
import { withRoom } from './evict'
import type { ValueCache } from './value-cache'
import { readFrom, writeWhole } from './transactions'

const stores = ['values', 'summaries'] as const

/** Values in IndexedDB; value and summary are one transaction. */
export function createIdbCache(database: Database): ValueCache {
  return {
    read: (address) =>
      readFrom(database, { path: address, stores }, async (tx) => {
        const value = await tx.objectStore('values').get(address)
        const summary = await tx.objectStore('summaries').get(address)
        return summary === undefined ? null : { ...summary, value }
      }),
    readSummary: (address) =>
      readFrom(
        database,
        { path: address, stores: ['summaries'] },
        async (tx) => (await tx.objectStore('summaries').get(address)) ?? null,
      ),
    write: (address, { value, rows, checks }) =>
      withRoom(database, () =>
        writeWhole(database, { path: address, stores }, async (tx) => {
          await tx.objectStore('values').put(value, address)
          await tx.objectStore('summaries').put({ rows, checks }, address)
        }),
      ),
    list: () =>
      readFrom(database, { path: 'summaries', stores: ['summaries'] }, (tx) =>
        tx.objectStore('summaries').getAllKeys(),
      ),
    remove: (address) =>
      writeWhole(database, { path: address, stores }, async (tx) => {
        await tx.objectStore('values').delete(address)
        await tx.objectStore('summaries').delete(address)
      }),
  }
}
