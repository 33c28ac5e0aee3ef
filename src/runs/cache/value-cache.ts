import type { CheckRecord } from '../contract'

/** What is told of a value without reading it. */
export type CacheSummary = {
  readonly rows: number | null
  readonly checks: readonly CheckRecord[]
}

/** A materialised value with what was found when it was made. */
export type CacheEntry = CacheSummary & {
  readonly value: unknown
  /** The list of the value whose members are kept apart, by name (`AssetSpec.partsIn`). */
  readonly partsIn?: string
}

/**
 * Values by content address, `key[partition]@dataVersion`. Entries are immutable; a write is
 * whole or not at all. Implemented over IndexedDB, memory and files.
 */
export type ValueCache = {
  /**
   * `only`: of a value that is kept in parts, the parts with these names, none for its head alone;
   * its other parts are not read. `null` also where a part that is asked for was lost.
   */
  readonly read: (address: string, only?: readonly string[]) => Promise<CacheEntry | null>
  /** The same without the value, which may be large: all that the scheduler needs. */
  readonly readSummary: (address: string) => Promise<CacheSummary | null>
  readonly write: (address: string, entry: CacheEntry) => Promise<void>
  /** Every address there is, unordered. */
  readonly list: () => Promise<readonly string[]>
  readonly remove: (address: string) => Promise<void>
}
