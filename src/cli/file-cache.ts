import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { CacheSummary, ValueCache } from '../runs/cache/value-cache'
import { isAbsent, writeWhole } from './whole-file'

type StoredSummary = CacheSummary & { readonly address: string }

/**
 * Values in a folder, two files an entry, named by the hash of the address as categories may hold
 * anything: the value in the format of structured clone, which keeps typed arrays, and a summary in
 * JSON. The summary is written last: an entry exists when it does.
 */
export function fileCache(folder: string): ValueCache {
  const pathOf = (address: string, kind: 'value' | 'json') =>
    join(folder, `${createHash('sha256').update(address).digest('hex')}.${kind}`)

  const readSummary = async (address: string) => {
    const stored = await readStored(pathOf(address, 'json'))
    return stored === null ? null : { rows: stored.rows, checks: stored.checks }
  }
  const remove = async (address: string) => {
    await rm(pathOf(address, 'json'), { force: true })
    await rm(pathOf(address, 'value'), { force: true })
  }
  return {
    readSummary,
    read: async (address) => {
      const summary = await readSummary(address)
      if (summary === null) return null
      const decoded = decode(await readOrNull(pathOf(address, 'value')))
      if (decoded !== null) return { ...summary, ...decoded }
      // Damaged by hand or by the disk: taken out, so that the next run makes it anew.
      await remove(address)
      return null
    },
    write: async (address, { value, rows, checks }) => {
      await mkdir(folder, { recursive: true })
      await writeWhole(pathOf(address, 'value'), serialize(value))
      await writeWhole(pathOf(address, 'json'), JSON.stringify({ address, rows, checks }))
    },
    list: async () => {
      const names = await namesIn(folder)
      const stored = await Promise.all(names.map((name) => readStored(join(folder, name))))
      return stored.flatMap((entry) => (entry === null ? [] : [entry.address]))
    },
    remove,
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (isAbsent(error)) return []
    throw error
  })
  return names.filter((name) => name.endsWith('.json'))
}

/** `null` where there is no value, or bytes that are none. */
function decode(bytes: Buffer | null): { readonly value: unknown } | null {
  if (bytes === null) return null
  try {
    return { value: deserialize(bytes) }
  } catch {
    return null
  }
}

/** A summary that does not parse is damaged, which is as good as absent. */
async function readStored(path: string): Promise<StoredSummary | null> {
  const bytes = await readOrNull(path)
  if (bytes === null) return null
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return null
  }
}

async function readOrNull(path: string): Promise<Buffer | null> {
  return readFile(path).catch((error: unknown) => {
    if (isAbsent(error)) return null
    throw error
  })
}
