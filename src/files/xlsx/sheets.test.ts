import { strToU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { inspectFile } from '../inspect'
import { readTable } from '../read-table'
import { readText } from '../read-text'
import { makeWorkbook, plainRows, zipped } from '../testing/made-workbook'
import {
  failureOfWorkbook,
  profileOfWorkbook,
  rowsOfWorkbook,
  sheetWith,
} from '../testing/read-workbook'

describe('the sheets of a workbook', () => {
  const sheets = [
    { name: 'Read me', rows: plainRows([['Sales of 2024'], ['made by hand']]) },
    {
      name: 'Old',
      rows: plainRows([
        ['id', 'x'],
        ['a', 9],
      ]),
      state: 'hidden' as const,
    },
    {
      name: 'Sales &amp; more',
      rows: plainRows([
        ['id', 'x'],
        ['007', 1],
        ['8', 2],
      ]),
    },
    {
      name: 'Stores',
      rows: plainRows([
        ['id', 'name'],
        ['007', 'North'],
      ]),
    },
  ]

  it('are all named; the first that looks like a table is read, and the others are said', async () => {
    const profile = await profileOfWorkbook({ sheets })
    expect(profile.sheets).toEqual(['Read me', 'Old', 'Sales & more', 'Stores'])
    expect(profile.options).toMatchObject({ format: 'xlsx', sheet: 'Sales & more', isGzip: false })
    expect(profile.guess.confidence).toBeLessThan(1)
    expect(profile.notes).toContain(
      'Sheet "Sales & more" is read; not read: "Read me", "Old", "Stores".',
    )
    expect(profile.account).toEqual({
      nRecords: 3,
      nAbove: 0,
      nHeader: 1,
      nRepeatedHeader: 0,
      nData: 2,
      nBelow: 0,
    })
  })

  it('are chosen by name, also a hidden one', async () => {
    expect(await rowsOfWorkbook({ sheets }, { sheet: 'Old' })).toEqual([
      ['id', 'x'],
      ['a', '9'],
    ])
    const failure = await failureOfWorkbook({ sheets }, { sheet: 'Sold' })
    expect(failure).toMatchObject({ code: 'no_such_sheet', message: 't.xlsx has no sheet "Sold".' })
    expect(failure.hint).toContain('"Read me", "Old", "Sales & more", "Stores"')
  })

  it('without any cell have no data rows', async () => {
    expect(await failureOfWorkbook({ sheets: [{ name: 'S', rows: '' }] })).toMatchObject({
      code: 'no_data_rows',
    })
  })
})

describe('the table of a sheet', () => {
  it('is found below a title and blank rows, and above a total', async () => {
    const rows = [
      ['Sales of 2024'],
      [],
      ['store', 'region', 'sales'],
      ['007', 'north', 1.5],
      ['8', null, 2],
      ['9', 'south', null],
      [],
      ['Total', null, 3.5],
    ]
    const book = { sheets: [{ name: 'S', rows: plainRows(rows) }] }
    const profile = await profileOfWorkbook(book)
    expect(profile).toMatchObject({
      nRows: 3,
      columns: [
        { name: 'store', type: 'text' },
        { name: 'region', nMissing: 1 },
        { name: 'sales', nMissing: 1 },
      ],
      options: { skipLines: 2, hasHeader: true, endLine: 8 },
      account: { nRecords: 6, nAbove: 1, nHeader: 1, nData: 3, nBelow: 1 },
    })
    const table = await readTable(makeWorkbook(book), profile, ['store'])
    expect(table.columns[2]).toMatchObject({ values: new Float64Array([1.5, 2, NaN]) })
  })

  it('may have a header of two rows, its merged cells spread', async () => {
    const rows = [
      ['store', 'sales', null, 'cost', null],
      [null, '2023', '2024', '2023', '2024'],
      ['007', 1, 2, 3, 4],
      ['8', 5, 6, 7, 8],
    ]
    const behind =
      '<mergeCells count="2"><mergeCell ref="B1:C1"/><mergeCell ref="D1:E1"/></mergeCells>'
    const profile = await profileOfWorkbook(
      { sheets: [{ name: 'S', rows: plainRows(rows), behind }] },
      { headerRows: 2 },
    )
    expect(profile.columns.map(({ name }) => name)).toEqual([
      'store',
      'sales 2023',
      'sales 2024',
      'cost 2023',
      'cost 2024',
    ])
    expect(profile.notes).toContain(
      '2 ranges of merged cells: the value counts for the first cell only.',
    )
  })

  it('says which formulas have no stored result', async () => {
    const profile = await profileOfWorkbook(sheetWith('<c r="B2"><f>A2*2</f></c>'), {
      hasHeader: true,
    })
    expect(profile.notes.join(' ')).toContain('1 formula without a stored result, read as missing')
  })

  it('takes a native number for a number, whatever it looks like', async () => {
    const profile = await profileOfWorkbook({
      sheets: [
        {
          name: 'S',
          rows: plainRows([
            ['id', 'x'],
            ['a', 1.234],
            ['b', 5.678],
          ]),
        },
      ],
    })
    expect(profile.columns[1]).toMatchObject({ type: 'number', range: { min: 1.234, max: 5.678 } })
    expect(profile.notes).toEqual([])
    expect(profile.options.numberFormats).toEqual([])
  })

  it('still reads numbers that were typed as text', async () => {
    const rows = [
      ['id', 'x'],
      ['a', '1.234,50'],
      ['b', '2,5'],
    ]
    const profile = await profileOfWorkbook({ sheets: [{ name: 'S', rows: plainRows(rows) }] })
    expect(profile.columns[1]).toMatchObject({ type: 'number', range: { min: 2.5, max: 1234.5 } })
  })

  it('tells the digest of the file and how far it is read', async () => {
    const blob = makeWorkbook({
      sheets: [
        {
          name: 'S',
          rows: plainRows([
            ['id', 'x'],
            ['a', 1],
          ]),
        },
      ],
    })
    const seen: number[] = []
    const inspection = await inspectFile('t.xlsx', blob, { report: (done) => seen.push(done) })
    expect(inspection).toMatchObject({ ok: true, profile: { size: blob.size } })
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    expect(seen.at(-1)).toBe(blob.size)
  })
})

describe('a workbook that is not as it should be', () => {
  it('F-16 F-79 is refused with numbers where it would unpack to too much', async () => {
    const bomb = new Uint8Array(70_000_000).fill(32)
    const blob = new Blob([
      await makeWorkbook({ sheets: [{ name: 'S', rows: plainRows([['id', 'x']]) }] }).arrayBuffer(),
    ])
    expect(
      await failureOfWorkbook(await withPart(blob, 'xl/sharedStrings.xml', bomb)),
    ).toMatchObject({
      code: 'workbook_too_large',
      message: expect.stringMatching(
        /xl\/sharedStrings.xml would unpack from \d+ to 70000000 bytes/,
      ),
    })
    expect(
      (await failureOfWorkbook(await withPart(blob, 'xl/worksheets/sheet1.xml', bomb))).code,
    ).toBe('workbook_too_large')
  })

  it('names a part that is missing or broken', async () => {
    const blob = makeWorkbook({ sheets: [{ name: 'S', rows: '<row r="1"><c r="A1">' }] })
    expect(await failureOfWorkbook(blob)).toMatchObject({
      code: 'workbook_damaged',
      path: 't.xlsx',
    })
  })

  it('with any byte changed gives the same table or a failure, never another table', async () => {
    const whole = new Uint8Array(
      await makeWorkbook(sheetWith('<c r="B2"><v>7</v></c>')).arrayBuffer(),
    )
    const rows = await rowsOfWorkbook(new Blob([whole]))
    for (let i = 0; i < whole.length; i += 11) {
      const bytes = whole.slice()
      bytes[i] ^= 255
      const reading = await readText('t.xlsx', new Blob([bytes]), {})
      if (reading.ok) expect(reading.rows).toEqual(rows)
      else expect(reading.failure.path).toMatch(/^t\.xlsx/)
    }
  })

  it('F-16 names a column that is too far out before it fills the row', async () => {
    expect(await failureOfWorkbook(sheetWith('<c r="ZZZZZZ2"><v>1</v></c>'))).toMatchObject({
      code: 'workbook_damaged',
    })
    expect(await failureOfWorkbook(sheetWith('<c r="XFD2"><v>1</v></c>'))).toMatchObject({
      code: 'too_many_columns',
    })
  })
})

async function withPart(blob: Blob, name: string, bytes: Uint8Array): Promise<Blob> {
  const files = unzipSync(new Uint8Array(await blob.arrayBuffer()))
  expect(Object.keys(files)).toContain(name)
  return zipped({ ...files, [name]: [bytes, { level: 1 }], 'docProps/core.xml': strToU8('<x/>') })
}
