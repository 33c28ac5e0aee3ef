import type { Database } from './database'
import type { StoreName } from './schema'
import { isFull } from './storage-failure'
import { type Writing, writeWhole } from './transactions'
import { keysOf } from './value-keys'

const stores = [
  ...(['runs', 'named', 'deleted', 'marks', 'logs'] as const),
  ...(['pending', 'values', 'summaries'] as const),
] satisfies readonly StoreName[]

type Evicting = Writing<(typeof stores)[number]>

/**
 * Ends runs for good, with what lies beside their records, and then everything that no run needs:
 * values that neither a record nor a pending run names, and logs without a run. Only where no run
 * goes on: what it has made is named by nothing yet.
 * @returns how many values were removed
 */
export function endRuns(database: Database, ids: readonly string[]): Promise<number> {
  return writeWhole(database, { path: 'runs', stores }, async (tx) => {
    await endRecords(tx, ids)
    await endLooseLogs(tx)
    return evict(tx, await tx.objectStore('summaries').getAllKeys())
  })
}

/**
 * Ends the runs that were deleted before a moment (milliseconds since 1970), with the values that
 * only they named: another tab may be making others.
 */
export function endDeleted(database: Database, before: number): Promise<void> {
  return writeWhole(database, { path: 'runs', stores }, async (tx) => {
    const ids: string[] = []
    const theirs: string[] = []
    for (const id of await tx.objectStore('deleted').getAllKeys()) {
      const at = await tx.objectStore('deleted').get(id)
      if (typeof at === 'number' && at >= before) continue
      ids.push(id)
      theirs.push(...((await tx.objectStore('named').get(id)) ?? []))
    }
    await endRecords(tx, ids)
    await evict(tx, theirs)
  })
}

/** Writes; where there is no room, once more without the values that no run names. */
export async function withRoom<T>(database: Database, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (!isFull(error) || (await makeRoom(database)) === 0) throw error
  }
  return write()
}

/** Nothing goes while the values of what is going on are not known: a trial is never pending. */
function makeRoom(database: Database): Promise<number> {
  return writeWhole(database, { path: 'runs', stores }, async (tx) => {
    if ((await tx.objectStore('pending').getAllKeys()).length === 0) return 0
    return evict(tx, await tx.objectStore('summaries').getAllKeys())
  })
}

async function endRecords(tx: Evicting, ids: readonly string[]): Promise<void> {
  for (const id of ids)
    for (const store of ['runs', 'named', 'deleted', 'marks', 'logs'] as const)
      await tx.objectStore(store).delete(id)
}

/** Of these values, removes those that neither a record nor a pending run names. */
async function evict(tx: Evicting, addresses: readonly string[]): Promise<number> {
  if (addresses.length === 0) return 0
  const named = new Set<string>()
  // One a turn of the loop: all of a large chain's runs at once would hold up the page.
  for (const id of await tx.objectStore('named').getAllKeys())
    for (const address of (await tx.objectStore('named').get(id)) ?? []) named.add(address)
  for (const run of await tx.objectStore('pending').getAll())
    for (const address of run.addresses) named.add(address)
  const loose = addresses.filter((address) => !named.has(address))
  for (const address of loose) {
    await tx.objectStore('values').delete(keysOf(address))
    await tx.objectStore('summaries').delete(address)
  }
  return loose.length
}

async function endLooseLogs(tx: Evicting): Promise<void> {
  const runs = await tx.objectStore('runs').getAllKeys()
  const ids = new Set([...runs, ...(await tx.objectStore('pending').getAllKeys())])
  for (const id of await tx.objectStore('logs').getAllKeys())
    if (!ids.has(id)) await tx.objectStore('logs').delete(id)
}
