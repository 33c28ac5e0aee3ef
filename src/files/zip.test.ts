import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FileError } from './failure'
import { openZip, readZipped, readZippedText } from './zip-reader'
import { writeZip } from './zip-writer'

const bytesOf = (text: string) => new TextEncoder().encode(text)

async function zipOf(files: readonly (readonly [name: string, text: string])[]): Promise<Blob> {
  const sources = files.map(([name, text]) => ({ name, pieces: () => [bytesOf(text)] }))
  const parts: Uint8Array<ArrayBuffer>[] = []
  for await (const bytes of writeZip(sources)) parts.push(new Uint8Array(bytes))
  return new Blob(parts)
}

async function textsOf(blob: Blob): Promise<readonly (readonly [string, string])[]> {
  const zip = await openZip(blob)
  const texts: [string, string][] = []
  for (const [name, member] of zip.members)
    texts.push([name, await readZippedText(zip, member, 1e6)])
  return texts
}

async function codeOf(attempt: Promise<unknown>): Promise<string> {
  const error: unknown = await attempt.catch((reason: unknown) => reason)
  if (!(error instanceof FileError)) throw new Error(`not refused: ${String(error)}`)
  expect(error.failure.hint).not.toBe('')
  return error.failure.code
}

async function changed(blob: Blob, change: (bytes: Uint8Array) => void): Promise<Blob> {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  change(bytes)
  return new Blob([bytes])
}

/** Puts other bytes of the same length in the place of every occurrence. */
function renamed(blob: Blob, from: string, to: string): Promise<Blob> {
  return changed(blob, (bytes) => {
    const [before, after] = [bytesOf(from), bytesOf(to)]
    for (let i = 0; i + before.length <= bytes.length; i++)
      if (before.every((byte, j) => bytes[i + j] === byte)) bytes.set(after, i)
  })
}

describe('writeZip(files) and openZip(blob)', () => {
  test('give back every text under its name, in order', async () => {
    const files = [
      ['run.json', '{}'],
      ['data/été.csv', 'a,b\r\n'],
      ['empty.txt', ''],
    ] as const
    expect(await textsOf(await zipOf(files))).toEqual(files)
    expect(await textsOf(await zipOf([]))).toEqual([])
  })

  test('give back any text', () =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 3000 }), async (text) => {
        expect(await textsOf(await zipOf([['a', text]]))).toEqual([['a', text]])
      }),
      { numRuns: 30 },
    ))

  test('equal files give equal bytes, on every day', async () => {
    const files = [['a', 'x'.repeat(100_000)]] as const
    const [first, again] = [await zipOf(files), await zipOf(files)]
    expect(new Uint8Array(await first.arrayBuffer())).toEqual(
      new Uint8Array(await again.arrayBuffer()),
    )
  })
})

describe('an archive that is not as it should be', () => {
  test('is no zip', async () => {
    expect(await codeOf(openZip(new Blob(['a,b\n1,2\n'])))).toBe('not_a_zip')
    expect(await codeOf(openZip(new Blob([])))).toBe('not_a_zip')
  })

  test('is cut off', async () => {
    const whole = await zipOf([['a', 'some text']])
    expect(await codeOf(openZip(whole.slice(0, whole.size - 10)))).toBe('not_a_zip')
    expect(await codeOf(openZip(whole.slice(20)))).toBe('zip_damaged')
  })

  test('has a flipped byte in a file', async () => {
    const damaged = await changed(await zipOf([['a', 'some text']]), (bytes) => {
      bytes[33] = (bytes[33] ?? 0) ^ 4
    })
    expect(await codeOf(textsOf(damaged))).toBe('zip_damaged')
  })

  test.each(['../a', '/abc', 'a\\..', 'C:/a', 'a/./b'])('holds the name %s', async (name) => {
    expect(await codeOf(zipOf([[name, '']]).then(openZip))).toBe('zip_unsafe_name')
  })

  test('holds one name twice, also in another case', async () => {
    const files = await zipOf([
      ['a1', 'x'],
      ['A2', 'y'],
    ])
    expect(await codeOf(renamed(files, 'A2', 'A1').then(openZip))).toBe('zip_name_twice')
  })

  test('would unpack to more than is expected: not a byte of it is read', async () => {
    const zip = await openZip(await zipOf([['bomb', '0'.repeat(5_000_000)]]))
    const [member] = zip.members.values()
    if (member === undefined) throw new Error('no member')
    expect(zip.blob.size).toBeLessThan(10_000)
    expect(await codeOf(readZippedText(zip, member, 1_000_000))).toBe('zip_entry_too_large')
  })

  test('unpacks to more than it says: it stops there', async () => {
    const zip = await openZip(await zipOf([['liar', '0'.repeat(5_000_000)]]))
    const [member] = zip.members.values()
    if (member === undefined) throw new Error('no member')
    expect(await codeOf(readZippedText(zip, { ...member, size: 10 }, 1000))).toBe('zip_damaged')
    const cutOff = readZipped(zip, { ...member, size: 6_000_000 })
    const readAll = async () => {
      for await (const bytes of cutOff) expect(bytes.length).toBeGreaterThanOrEqual(0)
    }
    expect(await codeOf(readAll())).toBe('zip_damaged')
  })

  test('is not text where text is expected', async () => {
    const sources = [{ name: 'a', pieces: () => [Uint8Array.of(0xff, 0xfe, 0x80)] }]
    const parts: Uint8Array<ArrayBuffer>[] = []
    for await (const bytes of writeZip(sources)) parts.push(new Uint8Array(bytes))
    expect(await codeOf(textsOf(new Blob(parts)))).toBe('zip_damaged')
  })
})
