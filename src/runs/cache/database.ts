import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { RunRecord } from '../contract'
import { blockedError, storageError } from './storage-failure'
import type { CacheSummary } from './value-cache'
import type { StoredDesk } from './workspace'

/** Version 1. Values lie alone, so that a list of what is there reads none of them. */
export interface Schema extends DBSchema {
  /** By address: the value as it was computed. */
  values: { key: string; value: unknown }
  /** By address: rows and checks; an address is here exactly when its value is. */
  summaries: { key: string; value: CacheSummary }
  /** By run id. A deleted run stays until the next start, so that deleting can be undone. */
  runs: { key: string; value: { readonly record: RunRecord; readonly isDeleted: boolean } }
  /** The desk, under one key. */
  workspace: { key: string; value: StoredDesk }
  /** By digest: the bytes of the files on the desk. */
  files: { key: string; value: Blob }
}

export type Connection = IDBPDatabase<Schema>

/** One connection per thread, opened when first needed and once more when the browser drops it. */
export type Database = {
  /** @throws {AssetError} every failure of the storage, in words; `path` says what was touched */
  readonly run: <T>(path: string, work: (db: Connection) => Promise<T>) => Promise<T>
  readonly close: () => Promise<void>
}

const schemaVersion = 1

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
      upgrade: (db) => {
        for (const store of ['values', 'summaries', 'runs', 'workspace', 'files'] as const)
          db.createObjectStore(store)
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
