import { gzipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSHA256 } from 'hash-wasm'
import { inspectFile } from './inspect'
import { readTable } from './read-table'
import { ChunkedBlob } from './testing/chunked-blob'

const encode = (text: string) => new TextEncoder().encode(text)
const rows = Array.from(
  { length: 500 },
  (_, i) => `${String(i).padStart(5, '0')},café ${i % 7},${i / 4}`,
)
const csv = `id,name,x\n${rows.join('\n')}\n`

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}

async function read(blob: Blob) {
  const inspection = await inspectFile('t.csv.gz', blob)
  if (!inspection.ok) return inspection.failure
  const { profile } = inspection
  const { options, digest, size, ...same } = profile
  return { same, options, digest, size, table: await readTable(blob, profile, ['id']) }
}

describe('a gzip file', () => {
  it('reads as the file inside; digest, size and progress are of the file as it is', async () => {
    const bytes = gzipSync(encode(csv))
    const plain = await read(new Blob([csv]))
    const packed = await read(new Blob([bytes]))
    if (!('same' in plain) || !('same' in packed)) throw new Error('not read')
    expect(packed.same).toEqual(plain.same)
    expect(packed.table).toEqual(plain.table)
    expect(packed.options).toEqual({ ...plain.options, isGzip: true })
    expect(packed.size).toBe(bytes.length)
    const sha = await createSHA256()
    expect(packed.digest).toBe(sha.init().update(bytes).digest('hex'))
    const seen: number[] = []
    await inspectFile('t.csv.gz', new ChunkedBlob(bytes, 100), {
      report: (done) => seen.push(done),
    })
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    expect(seen.at(-1)).toBe(bytes.length)
  })

  it('of several members reads as all of them in order', async () => {
    const [first, second] = [csv.slice(0, 777), csv.slice(777)]
    const bytes = joined(gzipSync(encode(first)), gzipSync(encode('')), gzipSync(encode(second)))
    const plain = await read(new Blob([csv]))
    expect(await read(new Blob([bytes]))).toMatchObject({
      table: 'table' in plain ? plain.table : {},
    })
  })

  it('holds JSON lines as well as text', async () => {
    const lines = Array.from({ length: 50 }, (_, i) => `{"id":"${i}","x":${i / 2}}`)
    const inspection = await inspectFile('t.gz', new Blob([gzipSync(encode(lines.join('\n')))]))
    if (!inspection.ok) throw new Error(inspection.failure.message)
    expect(inspection.profile).toMatchObject({
      nRows: 50,
      options: { format: 'json_lines', isGzip: true },
    })
  })

  it('is the same however the stream cuts it', async () => {
    const text = csv.slice(0, 900)
    const bytes = joined(gzipSync(encode(text.slice(0, 100))), gzipSync(encode(text.slice(100))))
    const whole = await read(new Blob([bytes]))
    for (const size of [1, 2, 3, 5, 7, 8, 9, 10, 11, 13, 17, 31, 64, 127])
      expect(await read(new ChunkedBlob(bytes, size))).toEqual(whole)
  })

  it('that ends early is refused with how much of it could be read', async () => {
    const bytes = gzipSync(encode(csv))
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: bytes.length - 1 }), async (length) => {
        const failure = await read(new Blob([bytes.slice(0, length)]))
        expect(failure).toMatchObject({ code: expect.stringMatching(/^gzip_/), path: 't.csv.gz' })
        expect(failure).toMatchObject({
          message: expect.stringMatching(/\d+ bytes of text could be unpacked/),
        })
      }),
      { numRuns: 40 },
    )
  })

  it('whose checksum is wrong is refused', async () => {
    const bytes = gzipSync(encode(csv))
    bytes[bytes.length - 6] ^= 1
    expect(await read(new Blob([bytes]))).toMatchObject({ code: 'gzip_damaged' })
    const two = joined(bytes, gzipSync(encode('9,z,1\n')))
    expect(await read(new Blob([two]))).toMatchObject({ code: 'gzip_damaged' })
  })

  it('of one endless line is refused before memory is used', async () => {
    const failure = await read(new Blob([gzipSync(new Uint8Array(50_000_000).fill(65))]))
    expect(failure).toMatchObject({ code: 'line_too_long' })
  })
})
