import { type IDBPDatabase, openDB } from 'idb'
import { type Schema, schemaVersion, upgradeFrom } from './schema'
import { blockedError, storageError } from './storage-failure'

export type Connection = IDBPDatabase<Schema>

/** One connection per thread, opened when first needed and once more when the browser drops it. */
export type Database = {
  /** @throws {AssetError} every failure of the storage, in words; `path` says what was touched */
  readonly run: <T>(path: string, work: (db: Connection) => Promise<T>) => Promise<T>
  readonly close: () => Promise<void>
}

export function createDatabase(name = 'store-clustering'): Database {
  let opening: Promise<Connection> | null = null
  const forget = () => {
    opening = null
  }
  const connect = () => {
    opening ??= open(name, forget)
    opening.catch(forget)
    return opening
  }
  const close = async () => {
    const db = await opening?.catch(() => null)
    forget()
    db?.close()
  }
  const run = async <T>(path: string, work: (db: Connection) => Promise<T>): Promise<T> => {
    try {
      return await work(await connect())
    } catch (error) {
      if (!isConnectionLost(error)) throw storageError(error, path)
    }
    forget()
    try {
      return await work(await connect())
    } catch (error) {
      throw storageError(error, path)
    }
  }
  return { run, close }
}

/**
 * Opens the database. Gives way to a newer version in another tab at once; waits for an older one
 * no longer than it takes to say so.
 */
function open(name: string, forget: () => void): Promise<Connection> {
  return new Promise((resolve, reject) => {
    openDB<Schema>(name, schemaVersion, {
      upgrade: (db, from, _to, tx) => {
        // Half an upgrade is none: what was there stays as it was, and the next start tries again.
        tx.done.catch(() => undefined)
        upgradeFrom(from, db, tx).catch((error: unknown) => {
          reject(storageError(error, name))
          tx.abort()
        })
      },
      blocked: () => reject(blockedError(name)),
      blocking: (_current, _blocked, event) => {
        if (event.target instanceof IDBDatabase) event.target.close()
        forget()
      },
      terminated: forget,
    }).then(resolve, reject)
  })
}

function isConnectionLost(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'InvalidStateError'
}
