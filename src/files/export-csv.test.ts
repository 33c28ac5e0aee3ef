import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellText } from '../table/table'
import { csvLine, exportCsv } from './export-csv'
import { inspectFile } from './inspect'
import { readTable } from './read-table'
import { readText } from './read-text'
import { asWritten } from './testing/as-written'

describe('exportCsv(columns, rows, kind)', () => {
  it('is RFC 4180 with CRLF and no byte-order mark', () => {
    const rows = [
      ['00123', 1.5, 'a,"b"', null],
      ['1E5', NaN, 'x\ny', true],
    ] as const
    expect(exportCsv(['id', 'x', 'na,me', 'z'], rows)).toBe(
      'id,x,"na,me",z\r\n00123,1.5,"a,""b""",\r\n1E5,,"x\ny",true\r\n',
    )
  })

  it.each([
    [0.1, '0.1'],
    [-0, '0'],
    [1e21, '1e+21'],
    [123456789.123456, '123456789.123456'],
    [5e-324, '5e-324'],
  ])('writes %d as %s', (value, text) => {
    expect(csvLine([value])).toBe(`${text}\r\n`)
  })

  it.each([
    '=1+1',
    '+1',
    '-5',
    '@home',
    '\tx',
    '\rx',
    '\0x',
    '  =x',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '=HYPERLINK("x")',
  ])('F-71 puts an apostrophe before the text %j for Excel, and not for tools', (text) => {
    const quoted = (cell: string): string => cell.replaceAll('"', '""')
    expect(exportCsv(['id'], [[text]], 'excel')).toContain(`'${quoted(text)}`)
    expect(exportCsv(['id'], [[text]])).not.toContain(`'${quoted(text)}`)
  })

  it('F-71 leaves numbers and ordinary text alone for Excel, after a byte-order mark', () => {
    expect(exportCsv(['id', 'x'], [['a-b', -5]], 'excel')).toBe('\ufeff"id",x\r\na-b,-5\r\n')
  })

  it('F-71 escapes names of columns as well', () => {
    expect(exportCsv(['id', '=x'], [], 'excel')).toBe(`\ufeff"id",'=x\r\n`)
  })

  it('F-14 any text comes back byte for byte', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('"', '\r\n', '\r', '\n', ',', ' ', '\ufeff', '00123', '""', 'NA', '\t'),
    )
    const width = fc.integer({ min: 1, max: 4 })
    const rowsOf = width.chain((n) =>
      fc.array(fc.array(cell, { minLength: n, maxLength: n }), { minLength: 1, maxLength: 8 }),
    )
    await fc.assert(
      fc.asyncProperty(rowsOf, async (rows) => {
        const names = (rows[0] ?? []).map((_, i) => `name ${i}`)
        const blob = new Blob([exportCsv(names, rows)])
        const inspection = await inspectFile('t.csv', blob, { overrides: asWritten })
        if (!inspection.ok) throw new Error(inspection.failure.message)
        const table = await readTable(blob, inspection.profile, names)
        const cells = rows.map((_, row) =>
          table.columns.map((column) => cellText(column, row) ?? ''),
        )
        expect(cells).toEqual(rows)
      }),
    )
  })

  it('any finite number comes back as itself', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 }),
        async (values) => {
          const blob = new Blob([
            exportCsv(
              ['x'],
              values.map((value) => [value]),
            ),
          ])
          const types = [{ column: 'x', type: 'number' }] as const
          const formats = [{ column: 'x', decimal: '.', group: '' }] as const
          const overrides = { ...asWritten, types, numberFormats: formats }
          const inspection = await inspectFile('t.csv', blob, { overrides })
          if (!inspection.ok) throw new Error(inspection.failure.message)
          const [column] = (await readTable(blob, inspection.profile, [])).columns
          const expected = Float64Array.from(values, (value) => (value === 0 ? 0 : value))
          expect(column).toMatchObject({ type: 'number', values: expected })
        },
      ),
      { numRuns: 100 },
    )
  })
})

describe('readText(name, blob, overrides)', () => {
  it('gives cells as text after the dialect, ragged rows and header as they are', async () => {
    const blob = new Blob(['\ufeffid;x\r\n00123;"1,5"\r\nNA\r\n'])
    expect(await readText('t.csv', blob, {})).toMatchObject({
      ok: true,
      rows: [['id', 'x'], ['00123', '1,5'], ['NA']],
      options: { delimiter: ';', encoding: 'utf-8' },
    })
  })
  it('falls back to a code page', async () => {
    const blob = new Blob(['a,b\n', Uint8Array.of(0x63, 0xe9, 0x2c, 0x31, 0x0a)])
    expect(await readText('t.csv', blob, {})).toMatchObject({
      ok: true,
      rows: [
        ['a', 'b'],
        ['cé', '1'],
      ],
    })
  })
  it('fails as inspectFile does', async () => {
    const picture = new Blob([Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)])
    const failed = await readText('t.csv', picture, {})
    expect(failed).toMatchObject({ ok: false, failure: { path: 't.csv' } })
    expect(failed).toEqual(await inspectFile('t.csv', picture))
  })
})
