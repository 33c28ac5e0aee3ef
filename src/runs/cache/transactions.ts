import type { IDBPTransaction } from 'idb'
import type { Database } from './database'
import type { Schema, StoreName } from './schema'

export type Reading<S extends StoreName> = IDBPTransaction<Schema, S[]>
export type Writing<S extends StoreName> = IDBPTransaction<Schema, S[], 'readwrite'>

type Touched<S extends StoreName> = {
  /** What is read or written, for the words of a failure. */
  readonly path: string
  readonly stores: readonly S[]
}

type WriteOptions<S extends StoreName> = Touched<S> & {
  /** `strict` is on the disk when it is done; what is not may be lost with the power. */
  readonly durability?: IDBTransactionDurability
}

/** One transaction that sees nothing of what is written meanwhile. */
export function readFrom<S extends StoreName, T>(
  database: Database,
  { path, stores }: Touched<S>,
  work: (tx: Reading<S>) => Promise<T>,
): Promise<T> {
  return database.run(path, (db) => {
    const tx: Reading<S> = db.transaction([...stores])
    // Told by its requests too; without a handler the browser would report it as a defect.
    tx.done.catch(() => undefined)
    return work(tx)
  })
}

/**
 * One transaction that is written whole or not at all, also when one of its requests is refused
 * before it is made. It is done when the transaction is: a put that succeeded can still be rolled
 * back (a full disk does that).
 */
export function writeWhole<S extends StoreName, T>(
  database: Database,
  { path, stores, durability = 'default' }: WriteOptions<S>,
  work: (tx: Writing<S>) => Promise<T>,
): Promise<T> {
  return database.run(path, async (db) => {
    const tx: Writing<S> = db.transaction([...stores], 'readwrite', { durability })
    // Told by what is thrown below too, which is the cause.
    tx.done.catch(() => undefined)
    try {
      const answer = await work(tx)
      await tx.done
      return answer
    } catch (error) {
      abort(tx)
      throw error
    }
  })
}

/** A transaction that the browser has ended already cannot be ended again. */
function abort(tx: { readonly abort: () => void }): void {
  try {
    tx.abort()
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error
  }
}
