import { mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RunDraft } from '../runs/run-store'
import { emptyConfiguration } from '../config/configuration'
import { FileBlob } from './file-blob'
import { fileCache } from './file-cache'
import { fileRunStore } from './file-run-store'
import { writeWhole } from './whole-file'

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'store-clustering-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

const value = {
  storeIds: ['00123', '1E5'],
  X: Float64Array.of(0.1, Number.NaN, -0),
  labels: Int32Array.of(-1, 7),
  flags: Uint8Array.of(0, 1),
  nested: [{ none: null, isSet: true }],
}
const check = {
  name: 'stores_conserved',
  description: 'Every store is still here.',
  severity: 'error',
  blocking: true,
  passed: true,
  metadata: { stores: 2 },
} as const

describe('fileCache(folder)', () => {
  it('gives back values as they were, typed arrays, NaN and -0 among them', async () => {
    const cache = fileCache(join(folder, 'values'))
    await cache.write('a[Snacks & "Süßes"/東京]@1', { value, rows: 2, checks: [check] })
    const again = fileCache(join(folder, 'values'))
    expect(await again.read('a[Snacks & "Süßes"/東京]@1')).toEqual({
      value,
      rows: 2,
      checks: [check],
    })
    expect(await again.readSummary('a[Snacks & "Süßes"/東京]@1')).toEqual({
      rows: 2,
      checks: [check],
    })
  })

  it('lists addresses, whatever characters they hold', async () => {
    const cache = fileCache(folder)
    expect(await fileCache(join(folder, 'not there')).list()).toEqual([])
    const long = `key[${'東'.repeat(300)}]@2`
    await cache.write(long, { value: 1, rows: null, checks: [] })
    await cache.write('b@1', { value: 2, rows: null, checks: [] })
    expect((await cache.list()).toSorted()).toEqual(['b@1', long])
  })

  it('has nothing under an unknown or removed address', async () => {
    const cache = fileCache(folder)
    expect(await cache.read('a@1')).toBeNull()
    await cache.write('a@1', { value, rows: 2, checks: [] })
    await cache.remove('a@1')
    await cache.remove('a@1')
    expect(await cache.read('a@1')).toBeNull()
    expect(await cache.readSummary('a@1')).toBeNull()
    expect(await readdir(folder)).toEqual([])
  })

  it('takes out what was damaged, so that it is made anew', async () => {
    const cache = fileCache(folder)
    await cache.write('a@1', { value, rows: 2, checks: [] })
    await cache.write('b@1', { value, rows: 2, checks: [] })
    for (const name of await readdir(folder)) await writeFile(join(folder, name), 'damaged')
    expect(await cache.list()).toEqual([])
    expect(await cache.read('a@1')).toBeNull()
    await cache.write('b@1', { value, rows: 2, checks: [] })
    for (const name of await readdir(folder))
      if (name.endsWith('.value')) await writeFile(join(folder, name), 'damaged')
    expect(await cache.list()).toEqual(['b@1'])
    expect(await cache.read('b@1')).toBeNull()
    expect(await cache.list()).toEqual([])
  })

  describe('with a value in parts', () => {
    const part = (name: string) => ({ name, units: Float64Array.of(name.length) })
    const parted = { storeIds: ['007'], categories: [part('Tea'), part('Coffee')] }
    const entry = { value: parted, rows: 1, checks: [check], partsIn: 'categories' }

    it('reads the whole, its head, or the parts that are asked for', async () => {
      const cache = fileCache(folder)
      await cache.write('a@1', entry)
      expect(await cache.read('a@1')).toEqual(entry)
      expect((await cache.read('a@1', ['Coffee', 'Jam']))?.value).toEqual({
        storeIds: ['007'],
        categories: [part('Coffee')],
      })
      expect((await cache.read('a@1', []))?.value).toEqual({ storeIds: ['007'], categories: [] })
      expect(await cache.readSummary('a@1')).toEqual({ rows: 1, checks: [check] })
      expect(await readdir(folder)).toHaveLength(2)
      await cache.remove('a@1')
      expect(await readdir(folder)).toEqual([])
    })

    it('keeps a value without a member', async () => {
      const cache = fileCache(folder)
      await cache.write('a@1', { ...entry, value: { categories: [] } })
      expect((await cache.read('a@1'))?.value).toEqual({ categories: [] })
    })

    it('takes out what was cut off or damaged', async () => {
      const cache = fileCache(folder)
      const path = async () => {
        await cache.write('a@1', entry)
        const name = (await readdir(folder)).find((one) => one.endsWith('.value'))
        return join(folder, name ?? '')
      }
      await truncate(await path(), 60)
      expect(await cache.read('a@1', ['Coffee'])).toBeNull()
      expect(await cache.list()).toEqual([])
      await writeFile(await path(), 'damaged')
      expect(await cache.read('a@1', [])).toBeNull()
      await rm(await path())
      expect(await cache.read('a@1', ['Tea'])).toBeNull()
    })
  })

  it('leaves no half-written file when a value cannot be stored', async () => {
    const cache = fileCache(folder)
    const entry = { value: () => 1, rows: null, checks: [] }
    await expect(cache.write('a@1', entry)).rejects.toThrow()
    expect(await cache.list()).toEqual([])
  })
})

describe('writeWhole(path, bytes)', () => {
  it('keeps the old bytes and takes its draft away when the new ones cannot be put in place', async () => {
    await expect(writeWhole(folder, 'x')).rejects.toThrow()
    await expect(writeWhole(join(folder, 'none', 'a'), 'x')).rejects.toThrow()
    expect(await readdir(folder)).toEqual([])
  })
})

describe('fileRunStore(folder)', () => {
  const draft = (id: string): RunDraft => ({
    id,
    startedAt: '2026-01-01T00:00:00.000Z',
    ms: 5,
    status: 'success',
    selection: 'full_pipeline_job',
    configuration: emptyConfiguration,
    inputs: [],
    assets: [],
    errors: [],
    resultHash: null,
  })

  it('numbers runs and lists the newest first', async () => {
    const store = fileRunStore(join(folder, 'runs'))
    expect(await store.list()).toEqual([])
    expect(await store.append(draft('a'))).toMatchObject({ id: 'a', seq: 1 })
    expect(await store.append(draft('b'))).toMatchObject({ id: 'b', seq: 2 })
    expect((await store.list()).map(({ id }) => id)).toEqual(['b', 'a'])
  })

  it('keeps every record of runs that end at the same time', async () => {
    const stores = Array.from({ length: 8 }, () => fileRunStore(folder))
    const kept = await Promise.all(stores.map((store, i) => store.append(draft(`run ${i}`))))
    expect(new Set(kept.map(({ seq }) => seq)).size).toBe(8)
    expect(await fileRunStore(folder).list()).toHaveLength(8)
  })

  it('goes on without a record that was damaged, and never takes its number again', async () => {
    const store = fileRunStore(folder)
    await store.append(draft('a'))
    for (const damaged of ['{"id":', '', 'null', '{"id":"b"}']) {
      const { seq } = await store.append(draft('b'))
      await writeFile(join(folder, `${String(seq).padStart(8, '0')}.json`), damaged)
    }
    expect((await store.list()).map(({ id }) => id)).toEqual(['a'])
    expect(await store.append(draft('c'))).toMatchObject({ seq: 6 })
  })

  it('takes a run out and brings it back', async () => {
    const store = fileRunStore(folder)
    const first = await store.append(draft('a'))
    await store.append(draft('b'))
    await store.remove('a')
    await store.remove('unknown')
    expect((await store.list()).map(({ id }) => id)).toEqual(['b'])
    await store.restore(first)
    expect((await store.list()).map(({ id }) => id)).toEqual(['b', 'a'])
  })
})

describe('new FileBlob(path)', () => {
  it('has the bytes, slices and stream of the Blob it stands for', async () => {
    const bytes = Uint8Array.from({ length: 3_000_000 }, (_, i) => i % 251)
    const path = join(folder, 'bytes')
    await writeWhole(path, bytes)
    const blob = new FileBlob(path)
    const plain = new Blob([bytes])
    expect(blob.size).toBe(plain.size)
    expect(Buffer.compare(Buffer.from(await blob.bytes()), Buffer.from(bytes))).toBe(0)
    for (const [start, end] of [
      [10, 20],
      [-5, undefined],
      [2_999_990, 4_000_000],
      [20, 10],
      [0, -2_999_999],
    ] as const) {
      const mine = new Uint8Array(await blob.slice(start, end).arrayBuffer())
      expect(mine).toEqual(new Uint8Array(await plain.slice(start, end).arrayBuffer()))
    }
    expect(await blob.slice(100, 200).slice(10, 13).arrayBuffer()).toEqual(
      await plain.slice(110, 113).arrayBuffer(),
    )
  })

  it('streams an empty file as no bytes', async () => {
    await writeWhole(join(folder, 'empty'), '')
    const blob = new FileBlob(join(folder, 'empty'))
    expect(await blob.text()).toBe('')
    expect((await blob.stream().getReader().read()).done).toBe(true)
  })
})
