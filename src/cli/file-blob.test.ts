import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { FileBlob } from './file-blob'

const folder = mkdtempSync(join(tmpdir(), 'file-blob-'))
const path = join(folder, 'bytes')
const bytes = Uint8Array.from({ length: 3_000_000 }, (_, i) => (i * 31) % 251)
writeFileSync(path, bytes)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const isPart = (some: Uint8Array, from: number, to?: number) =>
  Buffer.compare(some, bytes.subarray(from, to)) === 0

describe('FileBlob', () => {
  it('gives the bytes of the file, or of a slice of it', async () => {
    const blob = new FileBlob(path)
    expect(isPart(await blob.bytes(), 0)).toBe(true)
    expect(isPart(await blob.slice(5, 2_500_000).bytes(), 5, 2_500_000)).toBe(true)
    expect(isPart(await blob.slice(100).slice(-7).bytes(), 2_999_993)).toBe(true)
    expect(isPart(await blob.slice(9, 9).bytes(), 9, 9)).toBe(true)
  })

  it('fills the memory of who reads', async () => {
    const reader = new FileBlob(path, 10, 50).stream().getReader({ mode: 'byob' })
    const { value } = await reader.read(new Uint8Array(30))
    expect(isPart(value ?? new Uint8Array(), 10, 40)).toBe(true)
    const rest = await reader.read(new Uint8Array(30))
    expect(isPart(rest.value ?? new Uint8Array(), 40, 50)).toBe(true)
    expect(await reader.read(new Uint8Array(30))).toMatchObject({ done: true })
  })

  it('can be left before its end', async () => {
    const reader = new FileBlob(path).stream().getReader()
    await reader.read()
    await reader.cancel()
    for await (const chunk of new FileBlob(path).stream()) {
      expect(chunk.length).toBeGreaterThan(0)
      break
    }
  })

  it('fails where the file is gone', async () => {
    const blob = new FileBlob(join(folder, 'gone'), 0, 10)
    await expect(blob.bytes()).rejects.toThrow('ENOENT')
  })
})
