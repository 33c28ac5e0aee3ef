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

describe('inspectFile of text in some dialect', () => {
  const plain = 'id,name,x\n1,"a,\n""b""",2\n\n2,c,3.5\n'

  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('F-08 %s gives the same rows', async (_, end) => {
    const expected = [
      ['1', `a,${end}"b"`, '2'],
      ['2', 'c', '3.5'],
    ]
    expect((await profileOf(plain.replaceAll('\n', end))).preview).toEqual(expected)
  })

  it('F-08 mixes of line ends in one file give the same rows', async () => {
    const profile = await profileOf('a,b\r\n1,2\n3,4\r5,"6"\r\n"7",8 \r"9","10" \n')
    expect(profile.preview).toEqual([
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
      ['7', '8 '],
      ['9', '10'],
    ])
  })

  it.each([
    [';', 'a;b\n1,5;2\n3,25;4\n'],
    ['\t', 'a\tb\nx, y\t2\nz\t4\n'],
    ['|', 'a|b\nx;y|2\nz|4\n'],
    ['||', 'a||b\nx|y||2\nz||4\n'],
    ['::', 'a::b\n1::12:30\n2::12:45\n'],
    [', ', 'a, b\nx, "2, 3"\nz, 4\n'],
    [',', 'a,b\nx;y;z,2\nz;y;x,4\n'],
  ])('F-09 finds the delimiter %j', async (delimiter, content) => {
    const profile = await profileOf(content)
    expect(profile.options.delimiter).toBe(delimiter)
    expect(namesOf(profile)).toEqual(['a', 'b'])
  })

  it('F-09 bars with an empty cell between them in some rows only are single ones', async () => {
    const profile = await profileOf('a|b|c\n1||2\n3||4\n')
    expect(profile.options.delimiter).toBe('|')
    expect(namesOf(profile)).toEqual(['a', 'b', 'c'])
  })

  it('F-09 takes the delimiter of the user over its own', async () => {
    expect(namesOf(await profileOf('a,b;c\n1,2;3\n', { delimiter: ';' }))).toEqual(['a,b', 'c'])
  })

  it('reads a file of one column, with blank lines left out', async () => {
    const profile = await profileOf('store\n7\n\n8\n""\n')
    expect(namesOf(profile)).toEqual(['store'])
    expect(profile).toMatchObject({ nRows: 3, columns: [{ nMissing: 1 }] })
    expect(profile.options.delimiter).toBe(',')
  })

  it('F-10 obeys and skips a sep= line', async () => {
    const profile = await profileOf('sep=;\r\na;b\r\n1;2,5\r\n')
    expect(profile.options).toMatchObject({ delimiter: ';', skipLines: 1 })
    expect(namesOf(profile)).toEqual(['a', 'b'])
  })

  it('F-10 skips lines above the table and says how many', async () => {
    const profile = await profileOf('Report\nMade 2025-04-21,,\n\nid,name,x\n1,a,2\n2,b,3\n')
    expect(profile.options.skipLines).toBe(3)
    expect(namesOf(profile)).toEqual(['id', 'name', 'x'])
    expect(profile.notes).toContain('3 lines above the table skipped.')
  })

  it('F-10 skips as many lines as the user says', async () => {
    expect(namesOf(await profileOf('a,b\nc,d\n1,2\n', { skipLines: 1 }))).toEqual(['c', 'd'])
  })

  it.each([
    ['a header over numbers', 'store,sales\n1,2\n', true],
    ['years as names', 'store,2023,2024\n1,5,6\n2,7,8\n', true],
    ['numbers from the first row on', '1,2\n3,4\n', false],
    ['a text and a number in every row', 'A1,2\nA2,4\n', false],
    ['words only', 'store,city\nA1,Ames\n', true],
  ])('tells %s', async (_, content, hasHeader) => {
    expect((await profileOf(content)).options.hasHeader).toBe(hasHeader)
  })

  it('calls the columns by their place where there is no header row', async () => {
    const profile = await profileOf('1,2\n3,4\n')
    expect(namesOf(profile)).toEqual(['column 1', 'column 2'])
    expect(profile.nRows).toBe(2)
  })

  it('F-12 reads backslash escapes and single quotes where the text shows them', async () => {
    const escaped = await profileOf('id,name\n1,"a \\"b\\", c"\n2,"d, e"\n')
    expect(escaped.options.escape).toBe('\\')
    expect(escaped.preview[0]).toEqual(['1', 'a "b", c'])
    const single = await profileOf("id,name\n1,'a, b'\n2,'c''s'\n")
    expect(single.options.quote).toBe("'")
    expect(single.preview).toEqual([
      ['1', 'a, b'],
      ['2', "c's"],
    ])
  })

  it.each(['^', '~', ':'])(
    'F-09 finds %s between cells whose decimal commas part the rows nearly alike',
    async (sign) => {
      const lines = [['STORE', 'town', 'sales', 'share'].join(sign)]
      for (let i = 0; i < 12; i++)
        lines.push([`00${i}`, 'Ames', `${i}1,5`, `0,${i + 1}`].join(sign))
      const profile = await profileOf(lines.join('\n'))
      expect(namesOf(profile)).toEqual(['STORE', 'town', 'sales', 'share'])
      expect(profile.preview[1]).toEqual(['001', 'Ames', '11,5', '0,2'])
      expect(profile.columns.map(({ type }) => type)).toEqual(['text', 'text', 'number', 'number'])
    },
  )

  it('F-09 leaves times of day in one column', async () => {
    const profile = await profileOf('opens\n10:30\n11:45\n09:15\n')
    expect(namesOf(profile)).toEqual(['opens'])
    const named = await profileOf('10:30\n11:45\n09:15\n')
    expect(named.columns).toHaveLength(1)
  })
})
