import { createHash } from 'node:crypto'
import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { joinValue, namesWanted, splitValue } from '../runs/value-parts'
import type { CacheEntry, CacheSummary, ValueCache } from '../runs/cache/value-cache'
import { isAbsent, writeWhole } from './whole-file'

type StoredSummary = CacheSummary & {
  readonly address: string
  /** Where in the file of the value, from byte to byte, the parts are that follow its head. */
  readonly parts?: { readonly partsIn: string; readonly at: readonly PartAt[] }
}

type PartAt = { readonly name: string; readonly from: number; readonly to: number }

/**
 * Values in a folder, two files an entry, named by the hash of the address as categories may hold
 * anything: the value in the format of structured clone, which keeps typed arrays, and a summary in
 * JSON. A value in parts is its head and the parts one after the other, read by themselves. The
 * summary is written last: an entry exists when it does.
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
    read: async (address, only) => {
      const stored = await readStored(pathOf(address, 'json'))
      if (stored === null) return null
      const decoded = await readValue(pathOf(address, 'value'), stored, only)
      if (decoded !== null) return { rows: stored.rows, checks: stored.checks, ...decoded }
      // Damaged by hand or by the disk: taken out, so that the next run makes it anew.
      await remove(address)
      return null
    },
    write: async (address, { value, rows, checks, partsIn }) => {
      await mkdir(folder, { recursive: true })
      const { bytes, parts } = encode(value, partsIn)
      await writeWhole(pathOf(address, 'value'), bytes)
      await writeWhole(pathOf(address, 'json'), JSON.stringify({ address, rows, checks, ...parts }))
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

type Encoded = {
  readonly bytes: readonly Uint8Array[]
  readonly parts: Pick<StoredSummary, 'parts'>
}

function encode(value: unknown, partsIn: string | undefined): Encoded {
  if (partsIn === undefined) return { bytes: [serialize(value)], parts: {} }
  const { head, parts } = splitValue(value, partsIn)
  const bytes = [serialize(head), ...parts.map(({ part }) => serialize(part))]
  let to = bytes[0]?.length ?? 0
  const at = parts.map(({ name }, i) => {
    const from = to
    to += bytes[i + 1]?.length ?? 0
    return { name, from, to }
  })
  return { bytes, parts: { parts: { partsIn, at } } }
}

type Decoded = Pick<CacheEntry, 'value' | 'partsIn'>

/** `null` where there is no value, or bytes that are none. */
async function readValue(
  path: string,
  { parts }: StoredSummary,
  only: readonly string[] | undefined,
): Promise<Decoded | null> {
  if (parts === undefined) return decode(await readOrNull(path))
  const { partsIn, at } = parts
  const wanted = new Set(
    namesWanted(
      at.map(({ name }) => name),
      only,
    ),
  )
  const head = { from: 0, to: at[0]?.from }
  const ranges = [head, ...at.filter(({ name }) => wanted.has(name))]
  const [first, ...own] = (await readRanges(path, ranges)).map(decode)
  const read = own.flatMap((part) => (part === null ? [] : [part.value]))
  if (first === null || first === undefined || read.length < own.length) return null
  return { partsIn, value: joinValue(first.value, partsIn, read) }
}

/** To the end of the file where `to` is not given. */
type ByteRange = { readonly from: number; readonly to: number | undefined }

/** `null` for a range that the file does not have. */
async function readRanges(
  path: string,
  ranges: readonly ByteRange[],
): Promise<readonly (Buffer | null)[]> {
  const file = await open(path).catch((error: unknown) => {
    if (isAbsent(error)) return null
    throw error
  })
  if (file === null) return ranges.map(() => null)
  try {
    const { size } = await file.stat()
    const read: (Buffer | null)[] = []
    for (const { from, to = size } of ranges) {
      const bytes = Buffer.alloc(Math.max(0, to - from))
      const { bytesRead } = await file.read(bytes, 0, bytes.length, from)
      read.push(bytesRead === bytes.length ? bytes : null)
    }
    return read
  } finally {
    await file.close()
  }
}

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
