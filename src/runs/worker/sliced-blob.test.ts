import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SlicedBlob } from './sliced-blob'

const bytesOf = async (blob: Blob) =>
  new Uint8Array(await new Response(blob.stream()).arrayBuffer())

test('a blob in slices has the bytes of the blob, whole and of any range', async () => {
  const size = 9_000_000
  const blob = new Blob([Uint8Array.from({ length: size }, (_, i) => (i * 7) % 251)])
  const sliced = new SlicedBlob(blob)
  expect(sliced.size).toBe(size)
  expect(Buffer.compare(await bytesOf(sliced), await blob.bytes())).toBe(0)
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: -size, max: size }), fc.nat(2 * size), async (from, to) => {
      const part = await bytesOf(sliced.slice(from, to))
      expect(Buffer.compare(part, await blob.slice(from, to).bytes())).toBe(0)
    }),
    { numRuns: 20 },
  )
})

test('a stream that is let go is at its end at once, and an empty one has no bytes', async () => {
  const reader = new SlicedBlob(new Blob(['ab'])).stream().getReader()
  expect((await reader.read()).value).toEqual(Uint8Array.of(97, 98))
  await reader.cancel()
  expect(await bytesOf(new SlicedBlob(new Blob([])))).toEqual(new Uint8Array())
})

test('a file that is gone is an error of the stream', async () => {
  const gone = new Blob(['ab'])
  gone.slice = () =>
    Object.assign(new Blob(), { arrayBuffer: () => Promise.reject(new Error('gone')) })
  await expect(bytesOf(new SlicedBlob(gone))).rejects.toThrow()
})
