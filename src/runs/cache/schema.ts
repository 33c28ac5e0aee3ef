import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb'
import { addressOf } from '../address'
import type { LogEntry, RunRecord, RunRequest } from '../contract'
import type { PendingRun } from '../pending-run'
import type { RunMark } from '../run-mark'
import type { StoredSource } from './stored-files'
import type { CacheSummary } from './value-cache'
import type { StoredDesk } from './workspace'

type StoredRequest = Omit<RunRequest, 'sources'> & {
  readonly sources: readonly StoredSource[]
}

type StoredPending = Omit<PendingRun, 'request'> & { readonly request: StoredRequest }

/** With the names of the parts of a value that is kept in parts, and of the list that they are of. */
export type StoredSummary = CacheSummary & {
  readonly parts?: { readonly partsIn: string; readonly names: readonly string[] }
}

/** Version 2. Values lie alone, so that a list of what is there reads none of them. */
export interface Schema extends DBSchema {
  /** By address: the value as it was computed, or its head; its parts beside it (`partKey`). */
  values: { key: string; value: unknown }
  /** By address: rows and checks; an address is here exactly when its value is. */
  summaries: { key: string; value: StoredSummary }
  /** By run id. */
  runs: { key: string; value: RunRecord; indexes: { seq: number } }
  /** By run id: the addresses that the record names, so that no record is read to evict values. */
  named: { key: string; value: readonly string[] }
  /**
   * By run id: when a run was deleted, in milliseconds since 1970; it can come back for a while. True
   * in a database of version 1.
   */
  deleted: { key: string; value: number | true }
  /** By run id. */
  marks: { key: string; value: RunMark }
  /** By run id. */
  logs: { key: string; value: readonly LogEntry[] }
  /** By run id: runs that are going on or were interrupted. */
  pending: { key: string; value: StoredPending }
  /** The desk, under one key. */
  workspace: { key: string; value: StoredDesk }
  /** By digest: the bytes of the files on the desk and of pending runs. */
  files: { key: string; value: Blob }
}

export type StoreName = StoreNames<Schema>

export const schemaVersion = 2

type Upgrade = IDBPTransaction<Schema, StoreName[], 'versionchange'>

/** From any earlier version, step by step; what is kept stays kept. */
export async function upgradeFrom(
  version: number,
  db: IDBPDatabase<Schema>,
  tx: Upgrade,
): Promise<void> {
  if (version < 1)
    for (const store of ['values', 'summaries', 'runs', 'workspace', 'files'] as const)
      db.createObjectStore(store)
  if (version < 2) {
    for (const store of ['named', 'deleted', 'marks', 'logs', 'pending'] as const)
      db.createObjectStore(store)
    await unwrapRuns(tx)
  }
}

/** What version 1 kept of a run. */
type WrappedRun = { readonly record: RunRecord; readonly isDeleted: boolean }

async function unwrapRuns(tx: Upgrade): Promise<void> {
  const runs = tx.objectStore('runs')
  for (const id of await runs.getAllKeys()) {
    const kept: unknown = await runs.get(id)
    if (!isWrapped(kept)) continue
    await runs.put(kept.record, id)
    await tx.objectStore('named').put(addressesOf(kept.record), id)
    if (kept.isDeleted) await tx.objectStore('deleted').put(true, id)
  }
  runs.createIndex('seq', 'seq')
}

function isWrapped(kept: unknown): kept is WrappedRun {
  return typeof kept === 'object' && kept !== null && 'record' in kept && 'isDeleted' in kept
}

/** Where the values are that a record names: those that it left as they were are part of it. */
export function addressesOf({
  assets,
  beside = [],
}: Pick<RunRecord, 'assets' | 'beside'>): readonly string[] {
  return [...assets, ...beside].flatMap((asset) =>
    asset.dataVersion === null ? [] : [addressOf(asset, asset.dataVersion)],
  )
}
