import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createByteHash } from './digest'
import { maxWhole, pieceBytes } from './file-hash'
import { createNodeHash } from './testing/fuzz/node-hash'

const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

/** What `split -b 524288` and `sha256sum` give. */
function composite(bytes: Uint8Array): string {
  const digests: Uint8Array[] = []
  for (let at = 0; at < bytes.length; at += pieceBytes)
    digests.push(sha(bytes.subarray(at, at + pieceBytes)))
  return `${sha(Buffer.concat(digests)).toString('hex')}-${digests.length}`
}

/** Bytes that differ from piece to piece, made quickly. */
function bytesOf(length: number): Uint8Array {
  const words = new Uint32Array(Math.ceil(length / 4))
  for (let i = 0; i < words.length; i++) words[i] = Math.imul(i, 0x9e37_79b1)
  return new Uint8Array(words.buffer, 0, length)
}

test('up to 32 MiB the digest is the SHA-256 of the bytes, above it that of the digests of pieces', async () => {
  for (const length of [maxWhole, maxWhole + 1, maxWhole + 2 * pieceBytes]) {
    const bytes = bytesOf(length)
    const hash = await createByteHash(length)
    for (let at = 0; at < length; at += 2 ** 21) await hash.update(bytes.subarray(at, at + 2 ** 21))
    const wanted = length > maxWhole ? composite(bytes) : sha(bytes).toString('hex')
    expect(await hash.digest()).toBe(wanted)
  }
})

test('neither how the bytes come nor what is written over them after an update changes a digest', async () => {
  const bytes = bytesOf(2 * pieceBytes + 5)
  const wanted = composite(bytes)
  const cuts = fc.array(fc.integer({ min: 0, max: bytes.length }), { maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(cuts, fc.boolean(), async (places, isOfHost) => {
      const large = maxWhole + 1
      const hash = isOfHost ? await createByteHash(large) : createNodeHash(large)
      const ends = [...places, bytes.length].toSorted((a, b) => a - b)
      for (const [i, end] of ends.entries()) {
        const part = bytes.slice(i === 0 ? 0 : ends[i - 1], end)
        await hash.update(part)
        part.fill(0)
      }
      expect(await hash.digest()).toBe(wanted)
    }),
    { numRuns: 10 },
  )
})
