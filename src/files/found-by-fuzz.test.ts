import { describe, expect, it } from 'vitest'
import { inspectFile } from './inspect'
import { readBytes } from './read-bytes'
import { readText } from './read-text'
import { ChunkedBlob } from './testing/chunked-blob'
import { checkFile } from './testing/fuzz/check-file'

const ofText = (text: string) => new TextEncoder().encode(text)

/** Files that broke a promise once, as small as they still did. */
const files: readonly (readonly [string, Uint8Array<ArrayBuffer>, number])[] = [
  ['gzip magic and no gzip', Uint8Array.of(0x1f, 0x8b, 0x6b, 0x75, 0x2c), 2],
  [
    'UTF-8 that ends within its only long character, in pieces',
    Uint8Array.of(...ofText(`store,sales\n${'1,2.5\n'.repeat(15)}`), 0xe6, 0x9d),
    7,
  ],
  ['a lone byte 0xFF', Uint8Array.of(0xff), 2],
  ['a file for Excel of one nameless column', ofText('\ufeff""\r\n\'='), 5],
]

describe('a file that a mutation made', () => {
  it.each(files)('N3 keeps all promises: %s', async (_, bytes, size) => {
    expect(await checkFile({ bytes, size, isThorough: true })).toBeNull()
  })

  it('F-71 keeps the apostrophes of a file of another tool that quotes every cell', async () => {
    const text = '\ufeff"id","text"\r\n"1","\'=1+1"\r\n'
    const reading = await readText('t.csv', new Blob([text]), {})
    expect(reading).toMatchObject({
      ok: true,
      rows: [
        ['id', 'text'],
        ['1', "'=1+1"],
      ],
    })
  })

  it('F-75 comes in pieces of a quarter megabyte at most, also where the platform gives it as one', async () => {
    const bytes = Uint8Array.from({ length: 600_001 }, (_, i) => i % 251)
    const sizes: number[] = []
    const digits: number[] = []
    for await (const piece of readBytes(new ChunkedBlob(bytes, Infinity), 't.csv')) {
      sizes.push(piece.length)
      digits.push(piece[0] ?? -1)
    }
    expect(sizes).toEqual([262_144, 262_144, 75_713])
    expect(digits).toEqual([0, 262_144 % 251, 524_288 % 251])
  })

  it('F-07 guesses the same encoding however the bytes come, also from a byte late in the file', async () => {
    const rows = ofText('1,Zürich\n'.repeat(30_000))
    const bytes = new Uint8Array([...ofText('id,city\n'), ...rows, 0xe9, 0x0a, ...rows])
    const whole = await inspectFile('t.csv', new Blob([bytes]))
    expect(whole).toMatchObject({ profile: { options: { encoding: 'utf-8' } } })
    for (const size of [64, 4093, 99_991]) {
      const cut = await inspectFile('t.csv', new ChunkedBlob(bytes, size))
      expect(cut, `pieces of ${size}`).toEqual(whole)
    }
  })
})
