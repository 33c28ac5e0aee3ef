import type { Database } from './database'
import { withRoom } from './evict'
import { createRecent, type Recent } from './recent'
import { joinValue, namesWanted, type Parted, splitValue } from '../value-parts'
import type { StoredSummary } from './schema'
import { type Reading, readFrom, type Writing, writeWhole } from './transactions'
import type { CacheEntry, ValueCache } from './value-cache'
import { keysOf, partKey } from './value-keys'

const stores = ['values', 'summaries'] as const

/** Heads are kept of so many values that partitions share: each partition asks for the same ones. */
const nHeads = 3

/** Values in IndexedDB; value, parts and summary are one transaction. */
export function createIdbCache(database: Database): ValueCache {
  const heads = createRecent<string, unknown>(nHeads)
  const remove = (address: string) => {
    heads.drop(address)
    return writeWhole(database, { path: address, stores }, async (tx) => {
      await tx.objectStore('values').delete(keysOf(address))
      await tx.objectStore('summaries').delete(address)
    })
  }
  return {
    read: async (address, only) => {
      const found = await readFrom(database, { path: address, stores }, async (tx) => {
        const summary = await tx.objectStore('summaries').get(address)
        return summary === undefined ? null : readEntry(tx, address, { summary, only, heads })
      })
      if (found !== 'damaged') return found
      // Taken out, so that the next run makes it anew.
      await remove(address)
      return null
    },
    readSummary: (address) =>
      readFrom(database, { path: address, stores: ['summaries'] }, async (tx) => {
        const summary = await tx.objectStore('summaries').get(address)
        return summary === undefined ? null : { rows: summary.rows, checks: summary.checks }
      }),
    write: (address, { value, rows, checks, partsIn }) =>
      withRoom(database, () =>
        writeWhole(database, { path: address, stores }, async (tx) => {
          const parted = partsIn === undefined ? null : splitValue(value, partsIn)
          await tx.objectStore('values').put(parted === null ? value : parted.head, address)
          await putParts(tx, address, parted?.parts ?? [])
          const names = parted?.parts.map(({ name }) => name) ?? []
          const kept = partsIn === undefined ? {} : { parts: { partsIn, names } }
          await tx.objectStore('summaries').put({ rows, checks, ...kept }, address)
        }),
      ),
    list: () =>
      readFrom(database, { path: 'summaries', stores: ['summaries'] }, (tx) =>
        tx.objectStore('summaries').getAllKeys(),
      ),
    remove,
  }
}

/** Parts on their way to the browser's process at once: each is a copy, and waits longer than it works. */
const mostParts = 4

async function putParts(
  tx: Writing<(typeof stores)[number]>,
  address: string,
  parts: Parted['parts'],
): Promise<void> {
  const values = tx.objectStore('values')
  const onTheirWay: Promise<unknown>[] = []
  for (const { name, part } of parts) {
    if (onTheirWay.length === mostParts) await onTheirWay.shift()
    const put = values.put(part, partKey(address, name))
    // Where one is refused, so are those behind it.
    put.catch(() => undefined)
    onTheirWay.push(put)
  }
  await Promise.all(onTheirWay)
}

type Asked = {
  readonly summary: StoredSummary
  readonly only: readonly string[] | undefined
  readonly heads: Recent<string, unknown>
}

/** `damaged` where a part is lost that is asked for. */
async function readEntry(
  tx: Reading<(typeof stores)[number]>,
  address: string,
  { summary, only, heads }: Asked,
): Promise<CacheEntry | 'damaged'> {
  const { rows, checks, parts } = summary
  const head = heads.get(address) ?? (await tx.objectStore('values').get(address))
  // Only a partition asks for parts, and the next one will ask for the same head.
  if (only !== undefined) heads.keep(address, head)
  if (parts === undefined) return { rows, checks, value: head }
  const read: unknown[] = []
  for (const name of namesWanted(parts.names, only)) {
    const part = await tx.objectStore('values').get(partKey(address, name))
    if (part === undefined) return 'damaged'
    read.push(part)
  }
  const { partsIn } = parts
  return { rows, checks, partsIn, value: joinValue(head, partsIn, read) }
}
