import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inspectFile } from './inspect'
import type { ReadOverrides, SourceProfile } from './source-profile'

type Content = string | Uint8Array<ArrayBuffer>

async function profileOf(content: Content, overrides: ReadOverrides = {}): Promise<SourceProfile> {
  const inspection = await inspectFile('t.csv', new Blob([content]), { overrides })
  if (!inspection.ok) throw new Error(inspection.failure.message)
  return inspection.profile
}

function namesOf(profile: SourceProfile): string[] {
  return profile.columns.map((column) => column.name)
}

function bytes(...parts: readonly (string | readonly number[])[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder()
  return Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...encoder.encode(part)] : part)),
  )
}

function utf16(text: string, isLittle: boolean): number[] {
  return Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)).flatMap((code) =>
    isLittle ? [code & 255, code >> 8] : [code >> 8, code & 255],
  )
}

function utf32(text: string, isLittle: boolean): number[] {
  return Array.from(text, (sign) => sign.charCodeAt(0)).flatMap((code) =>
    isLittle ? [code, 0, 0, 0] : [0, 0, 0, code],
  )
}

describe('inspectFile of text in some encoding', () => {
  const text = 'id,name\n1,Zürich – 東京\n'

  it.each([
    ['F-02 one mark', bytes([0xef, 0xbb, 0xbf], text), 'utf-8'],
    ['F-02 two marks', bytes([0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf], text), 'utf-8'],
    ['F-03 UTF-16 LE with a mark', bytes([0xff, 0xfe], utf16(text, true)), 'utf-16le'],
    ['F-03 UTF-16 BE with a mark', bytes([0xfe, 0xff], utf16(text, false)), 'utf-16be'],
    ['F-03 UTF-16 LE without', bytes(utf16(text, true)), 'utf-16le'],
    ['F-03 UTF-16 BE without', bytes(utf16(text, false)), 'utf-16be'],
  ])('%s: clean header, text as it was', async (_, content, encoding) => {
    const profile = await profileOf(content)
    expect(profile.options.encoding).toBe(encoding)
    expect(namesOf(profile)).toEqual(['id', 'name'])
    expect(profile.preview).toEqual([['1', 'Zürich – 東京']])
  })

  it('F-02 a mark below a sep= line is no part of the first name', async () => {
    for (const mark of ['', '\ufeff']) {
      const profile = await profileOf(`${mark}sep=;\n\ufeffid;name\n1;Ulm\n2;Bonn\n`)
      expect(namesOf(profile)).toEqual(['id', 'name'])
    }
  })

  it.each([
    ['LE', bytes([0xff, 0xfe, 0, 0], utf32('id,name\n1,Ulm\n', true))],
    ['BE', bytes([0, 0, 0xfe, 0xff], utf32('id,name\n1,Ulm\n', false))],
  ])('F-03 UTF-32 %s is named, with what to do', async (_, content) => {
    const inspection = await inspectFile('t.csv', new Blob([content]))
    if (inspection.ok) throw new Error('The file was read.')
    expect(inspection.failure.message).toContain('t.csv')
    expect(inspection.failure.message).toContain('a text in UTF-32')
    expect(inspection.failure.hint).toContain('UTF-8')
  })

  it('F-03 one NUL in a few bytes makes no UTF-16', async () => {
    const inspection = await inspectFile('t.csv', new Blob([bytes('\t ', [0], '\r\n')]))
    expect(inspection).toMatchObject({ failure: { code: 'not_a_table' } })
  })

  it('F-04 reads the whole upper row of windows-1252, on every platform', async () => {
    const upper = Array.from({ length: 32 }, (_, i) => 0x80 + i)
    const profile = await profileOf(bytes('id,name\n1,', upper, ' x', [0xa0], 'y\n'), {
      encoding: 'windows-1252',
    })
    expect(profile.preview[0]?.[1]).toBe('€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ x\u00a0y')
  })

  it('F-04 proposes windows-1252 where a byte late in the file is no UTF-8, and says so', async () => {
    const rows = 'caf\u00e9,1\n'.repeat(40_000)
    const late = bytes('name,x\n', rows.replaceAll('\u00e9', 'e'), 'caf', [0xe9], ',1\n')
    expect(late.length).toBeGreaterThan(1 << 18)
    const profile = await profileOf(late)
    expect(profile.options.encoding).toBe('windows-1252')
    expect(profile.nRows).toBe(40_001)
    expect(profile.columns[0]?.levels).toEqual(['cafe', 'café'])
    expect(profile.notes).toContain('The text is read as windows-1252.')
  })

  it('F-04 falls back also where the file ends within a character', async () => {
    const profile = await profileOf(bytes('id,name\n1,caf', [0xc3]))
    expect(profile.options.encoding).toBe('windows-1252')
    expect(profile.preview).toEqual([['1', 'cafÃ']])
  })

  it('F-05 guesses Shift_JIS and lets the user say otherwise', async () => {
    const content = bytes('id,name\n1,', [0x93, 0x8c, 0x8b, 0x9e], '\n')
    const guessed = await profileOf(content)
    expect(guessed.options.encoding).toBe('shift_jis')
    expect(guessed.preview).toEqual([['1', '東京']])
    expect((await profileOf(content, { encoding: 'gbk' })).preview[0]?.[1]).not.toBe('東京')
  })

  it('F-07 counts what a chosen encoding does not have', async () => {
    const profile = await profileOf(bytes('id,name\n1,caf', [0xe9], '\n'), { encoding: 'utf-8' })
    expect(profile.preview).toEqual([['1', 'caf\ufffd']])
    expect(profile.notes).toContain(
      '1 character not of utf-8, first in the row on line 2, shown as \ufffd.',
    )
  })

  it('F-07 keeps NUL and control characters of a file that is said to be text', async () => {
    const profile = await profileOf('id,name\n1,\0\x01\x02\n', { encoding: 'utf-8' })
    expect(profile.preview).toEqual([['1', '\0\x01\x02']])
  })

  it('F-07 any bytes are a table or a named failure, never an exception', async () => {
    const someBytes = fc.uint8Array({ minLength: 1, maxLength: 200 })
    await fc.assert(
      fc.asyncProperty(someBytes, fc.boolean(), async (content, isText) => {
        const blob = new Blob([Uint8Array.from(content)])
        const overrides = isText ? { encoding: 'utf-8' } : {}
        const inspection = await inspectFile('t.csv', blob, { overrides })
        if (inspection.ok) expect(inspection.profile.columns.length).toBeGreaterThan(0)
        else expect(inspection.failure.message).toContain('t.csv')
      }),
      { numRuns: 1000 },
    )
  })
})
