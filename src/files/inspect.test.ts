import { describe, expect, it } from 'vitest'
import { inspectFile } from './inspect'
import type { FileFailure } from './failure'
import type { ReadOverrides, SourceProfile } from './source-profile'

type Content = string | Uint8Array<ArrayBuffer>

async function profileOf(content: Content, overrides: ReadOverrides = {}): Promise<SourceProfile> {
  const inspection = await inspectFile('t.csv', new Blob([content]), { overrides })
  if (!inspection.ok) throw new Error(inspection.failure.message)
  return inspection.profile
}

async function failureOf(content: Content, overrides: ReadOverrides = {}): Promise<FileFailure> {
  const inspection = await inspectFile('t.csv', new Blob([content]), { overrides })
  if (inspection.ok) throw new Error('The file was read.')
  return inspection.failure
}

function namesOf(profile: SourceProfile): string[] {
  return profile.columns.map((column) => column.name)
}

function typesOf(profile: SourceProfile): string[] {
  return profile.columns.map((column) => column.type)
}

describe('inspectFile(name, blob, request): what is no table', () => {
  it.each([
    ['no byte', ''],
    ['only a byte-order mark', '\ufeff'],
    ['two marks', '\ufeff\ufeff'],
    ['only newlines', '\n\r\n\n'],
    ['a header row only', 'store,sales\n'],
    ['a header row without a line end', 'store,sales'],
  ])('F-01 %s has no data rows, and the message names the file', async (_, content) => {
    expect(await failureOf(content)).toMatchObject({
      code: 'no_data_rows',
      message: 't.csv has no data rows.',
      path: 't.csv',
    })
  })

  it('F-13 fails where most rows are longer than the header, with the line and both counts', async () => {
    const failure = await failureOf('a,b,c\n1,2,3\n1,2,3,4\n1,2,3,4\n1,2,3,4\n')
    expect(failure).toMatchObject({ code: 'rows_too_long', path: 't.csv:3' })
    expect(failure.message).toContain('line 3 has 4 cells, but line 1 has 3 columns; 3 of 4 rows')
  })

  it('F-05 refuses an encoding that does not exist', async () => {
    expect((await failureOf('a\n1\n', { encoding: 'klingon' })).code).toBe('unknown_encoding')
  })

  it.each([
    { delimiter: '' },
    { delimiter: '\n' },
    { quote: '' },
    { quote: '""' },
    { escape: ' ' },
  ])('F-09 refuses the dialect %j', async (overrides) => {
    expect((await failureOf('a,b\n1,2\n', overrides)).code).toBe('bad_dialect')
  })

  it('F-17 says that a file cannot be read any more', async () => {
    class GoneBlob extends Blob {
      override stream(): ReturnType<Blob['stream']> {
        return new ReadableStream({ pull: (c) => c.error(new Error('gone from the disk')) })
      }
    }
    const blob = new GoneBlob(['a,b\n1,2\n'])
    const inspection = await inspectFile('t.csv', blob)
    expect(inspection).toMatchObject({ ok: false, failure: { code: 'file_not_readable' } })
  })
})

describe('inspectFile: shape and names', () => {
  it('F-13 short rows are missing cells, long rows are reported with the first line', async () => {
    const profile = await profileOf('a,b,c\n1,2,3\n1,2\n1,2,3,4\n1\n1,2,3,\n1,2,3\n')
    expect(profile).toMatchObject({ nRows: 6, columns: [{}, { nMissing: 1 }, { nMissing: 2 }] })
    expect(profile.notes).toEqual([
      '2 rows shorter than 3 cells, first on line 3 (2): the rest is missing.',
      '1 row longer than 3 cells, first on line 4 (4): the surplus is left out.',
    ])
  })

  it('F-13 drops empty columns without a name at the right edge, with a note', async () => {
    const profile = await profileOf('a,b,,\n1,2,,\n3,4,,\n')
    expect(namesOf(profile)).toEqual(['a', 'b'])
    expect(profile.notes).toEqual(['2 empty columns without a name at the right edge: left out.'])
  })

  it('F-30 keeps every column under a unique label, with a note', async () => {
    const profile = await profileOf('a,a,,a (2),A,a \n1,2,3,4,5,6\n')
    expect(namesOf(profile)).toEqual(['a', 'a (3)', 'column 3', 'a (2)', 'A', 'a '])
    expect(profile.notes).toHaveLength(2)
  })

  it('F-30 takes __proto__ and its like as ordinary names', async () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '__defineGetter__']
    const profile = await profileOf(`${names.join(',')}\n1,2,3,4,x\n`)
    expect(namesOf(profile)).toEqual(names)
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})

describe('inspectFile: values', () => {
  it.each([
    ['1.234,56;12', '2,5;13', ',', '.'],
    ['1 234,5;12', '2,5;13', ',', ' '],
    ['1\u00a0234,5;12', '2,5;13', ',', ' '],
    ["1'234.5;12", '2.5;13', '.', "'"],
    ['1,23,456.5;12', '2.5;13', '.', ','],
  ])('F-20 the column of %j and %j has decimal %j and groups %j', async (a, b, decimal, group) => {
    const profile = await profileOf(`x;id\n${a}\n${b}\n`)
    expect(profile.options.numberFormats).toEqual([{ column: 'x', decimal, group }])
    expect(profile.columns[0]?.nRejected).toBe(0)
  })

  it('F-20 the rest of the file decides a column that could be either', async () => {
    const profile = await profileOf('x;y\n1,5;25,333\n2,25;53,667\n')
    expect(profile.columns[1]?.range).toMatchObject({ min: 25.333, max: 53.667 })
  })

  it('F-20 says so where nothing decides', async () => {
    const profile = await profileOf('id,x\nA,"1,234"\nB,"5,678"\n')
    expect(profile.columns[1]?.range).toMatchObject({ min: 1234, max: 5678 })
    expect(profile.notes).toEqual(['"x": 1,234 could be 1.234 or 1234; it is read as 1234.'])
  })

  it('F-20 takes the number format and type of the user', async () => {
    const content = 'id,x\nA,"1,234"\nB,"5,678"\n'
    const numberFormats = [{ column: 'x', decimal: ',', group: '' }] as const
    expect((await profileOf(content, { numberFormats })).columns[1]?.range?.min).toBe(1.234)
    const types = [{ column: 'x', type: 'text' }] as const
    expect(typesOf(await profileOf(content, { types }))).toEqual(['text', 'text'])
  })

  it('F-22 null tokens are missing in numbers and words, and can be chosen', async () => {
    const content = 'x,y\n1,a\nNA,N/A\n-,none\n#DIV/0!,?\n5,b\n'
    expect(await profileOf(content)).toMatchObject({
      columns: [
        { type: 'number', nMissing: 3 },
        { type: 'text', nMissing: 3, levels: ['a', 'b'] },
      ],
    })
    expect((await profileOf(content, { nullTokens: [] })).columns[1]).toMatchObject({ nMissing: 0 })
  })

  it('F-21 counts rejected cells of a number column and says where the first is', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => `${i},${i === 11 ? 'closed' : i}`)
    const profile = await profileOf(`id,x\n${rows.join('\n')}\n`)
    expect(profile.columns[1]).toMatchObject({
      type: 'number',
      nRejected: 1,
      rejected: [{ line: 13, text: 'closed' }],
    })
    expect(profile.notes).toEqual([
      '"x": 1 cell is not a number and read as missing, first "closed" on line 13.',
    ])
  })

  it('reports all bytes, and gives the SHA-256 of the file', async () => {
    const seen: number[] = []
    const blob = new Blob(['a,b\n1,2\n'])
    const inspection = await inspectFile('t.csv', blob, { report: (done) => seen.push(done) })
    expect(seen.at(-1)).toBe(8)
    expect(inspection).toMatchObject({
      ok: true,
      profile: {
        size: 8,
        digest: '492d5ea496056f1a6a6592241032fab764c321596317930b4fa0e1e8bc3b7470',
      },
    })
  })
})
