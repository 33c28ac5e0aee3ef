import type { Database } from './database'
import type { ValueCache } from './value-cache'

/**
 * Values in IndexedDB. Value and summary are one transaction, and a write is done when the
 * transaction is: a put that succeeded can still be rolled back (a full disk does that).
 */
export function createIdbCache(database: Database): ValueCache {
  return {
    read: (address) =>
      database.run(address, async (db) => {
        const tx = db.transaction(['values', 'summaries'])
        const [value, summary] = await Promise.all([
          tx.objectStore('values').get(address),
          tx.objectStore('summaries').get(address),
        ])
        await tx.done
        return summary === undefined ? null : { ...summary, value }
      }),
    readSummary: (address) =>
      database.run(address, async (db) => (await db.get('summaries', address)) ?? null),
    write: (address, { value, rows, checks }) =>
      database.run(address, async (db) => {
        const tx = db.transaction(['values', 'summaries'], 'readwrite')
        await Promise.all([
          tx.objectStore('values').put(value, address),
          tx.objectStore('summaries').put({ rows, checks }, address),
          tx.done,
        ])
      }),
    list: () => database.run('summaries', (db) => db.getAllKeys('summaries')),
    remove: (address) =>
      database.run(address, async (db) => {
        const tx = db.transaction(['values', 'summaries'], 'readwrite')
        await Promise.all([
          tx.objectStore('values').delete(address),
          tx.objectStore('summaries').delete(address),
          tx.done,
        ])
      }),
  }
}
