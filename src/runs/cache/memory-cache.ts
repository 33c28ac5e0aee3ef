import type { CacheEntry, ValueCache } from './value-cache'

/** Values of this session only: for tests, and where nothing may be kept. */
export function createMemoryCache(): ValueCache {
  const entries = new Map<string, CacheEntry>()
  return {
    read: async (address) => entries.get(address) ?? null,
    readSummary: async (address) => {
      const entry = entries.get(address)
      return entry === undefined ? null : { rows: entry.rows, checks: entry.checks }
    },
    write: async (address, entry) => {
      entries.set(address, entry)
    },
    list: async () => [...entries.keys()],
    remove: async (address) => {
      entries.delete(address)
    },
  }
}
