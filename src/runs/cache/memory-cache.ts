import { joinValue, namesWanted, splitValue } from '../value-parts'
import type { CacheEntry, ValueCache } from './value-cache'

/** Values of this session only: for tests, and where nothing may be kept. */
export function createMemoryCache(): ValueCache {
  const entries = new Map<string, CacheEntry>()
  return {
    read: async (address, only) => {
      const entry = entries.get(address)
      return entry === undefined ? null : withParts(entry, only)
    },
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

function withParts(entry: CacheEntry, only: readonly string[] | undefined): CacheEntry {
  if (entry.partsIn === undefined || only === undefined) return entry
  const { head, parts } = splitValue(entry.value, entry.partsIn)
  const wanted = new Set(
    namesWanted(
      parts.map(({ name }) => name),
      only,
    ),
  )
  const own = parts.filter(({ name }) => wanted.has(name)).map(({ part }) => part)
  return { ...entry, value: joinValue(head, entry.partsIn, own) }
}
