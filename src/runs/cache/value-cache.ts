import type { CheckRecord } from '../contract'

/** A materialised value with what was found when it was made. */
export type CacheEntry = {
  readonly value: unknown
  readonly rows: number | null
  readonly checks: readonly CheckRecord[]
}

/**
 * Values by content address, `key[partition]@dataVersion`. Entries are immutable; a write is
 * whole or not at all. Implemented over IndexedDB, memory and files.
 */
export type ValueCache = {
  readonly read: (address: string) => Promise<CacheEntry | null>
  readonly write: (address: string, entry: CacheEntry) => Promise<void>
  /** Every address there is, unordered. */
  readonly list: () => Promise<readonly string[]>
  readonly remove: (address: string) => Promise<void>
}
