import readXlsxFile from 'read-excel-file/universal'
import { describe, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/universal'
import type { MadeBook } from '../testing/made-workbook'
import {
  failureOfWorkbook,
  profileOfWorkbook,
  rowsOfWorkbook,
  sheetWith,
} from '../testing/read-workbook'

/** The cell under `x`. */
async function cellOf(cell: string, more: Omit<MadeBook, 'sheets'> = {}): Promise<string> {
  const rows = await rowsOfWorkbook(
    { ...sheetWith(cell), ...more },
    { hasHeader: true, skipLines: 0 },
  )
  return rows[1][1]
}

const dates =
  '<numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>' +
  '<numFmt numFmtId="165" formatCode="[h]:mm"/><numFmt numFmtId="166" formatCode="0.00&quot;d&quot;"/></numFmts>' +
  '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="22"/><xf numFmtId="20"/>' +
  '<xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="9"/></cellXfs>'

describe('the cells of a workbook', () => {
  it.each([
    ['text of digits', '<c r="B2" t="inlineStr"><is><t>00123</t></is></c>', '00123'],
    [
      'text with entities and blanks',
      '<c r="B2" t="inlineStr"><is><t xml:space="preserve"> a&lt;b &amp; &#x1F600;&#10;</t></is></c>',
      ' a<b & 😀\n',
    ],
    [
      'rich text',
      '<c r="B2" t="inlineStr"><is><r><t>a</t></r><r><rPr><b/></rPr><t>b</t></r></is></c>',
      'ab',
    ],
    ['CDATA', '<c r="B2" t="str"><v><![CDATA[a<b>]]></v></c>', 'a<b>'],
    [
      'an escaped sign',
      '<c r="B2" t="inlineStr"><is><t>a_x000D_b_x005F_x0041_</t></is></c>',
      'a\rb_x0041_',
    ],
    ['a number in 17 digits', '<c r="B2"><v>1.1000000000000001</v></c>', '1.1'],
    ['a small number', '<c r="B2"><v>1E-3</v></c>', '0.001'],
    ['a long integer', '<c r="B2"><v>9007199254740993</v></c>', '9007199254740993'],
    ['a boolean', '<c r="B2" t="b"><v>1</v></c>', 'true'],
    ['a boolean', '<c r="B2" t="b"><v>0</v></c>', 'false'],
    ['an error', '<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>', '#DIV/0!'],
    ['the stored result of a formula', '<c r="B2"><f>A2*2</f><v>2</v></c>', '2'],
    ['the stored text of a formula', '<c r="B2" t="str"><f>"x"</f><v>x</v></c>', 'x'],
    ['an ISO date', '<c r="B2" t="d"><v>2024-01-05</v></c>', '2024-01-05'],
    ['a cell without a reference', '<c><v>7</v></c>', '7'],
    ['names with a prefix', '<x:c r="B2"><x:v>7</x:v></x:c>', '7'],
    ["an attribute in single quotes, with a '>'", "<c r='B2' cm='a>b'><v>7</v></c>", '7'],
  ])('%s', async (_, cell, text) => {
    expect(await cellOf(cell)).toBe(text)
  })

  it.each([
    ['a day by number 14', 1, '45296', '2024-01-05'],
    ['a day by its own format', 2, '45296', '2024-01-05'],
    ['a day with a time', 3, '45296.4375', '2024-01-05T10:30:00'],
    ['a time alone', 4, '0.4375', '10:30:00'],
    ['the first day', 1, '1', '1900-01-01'],
    ['the day after the 29 February that never was', 1, '61', '1900-03-01'],
    ['a duration', 5, '1.5', '1.5'],
    ['a number with a unit in quotes', 6, '45296', '45296'],
    ['a percentage', 7, '0.05', '0.05'],
    ['no day at all', 1, '-1', '-1'],
    ['an id without a format of dates', 0, '45296', '45296'],
  ])('%s', async (_, style, value, text) => {
    expect(await cellOf(`<c r="B2" s="${style}"><v>${value}</v></c>`, { styles: dates })).toBe(text)
  })

  it.each([
    ['five zeros', 1, '7', '00007'],
    ['five zeros and a longer number', 1, '123456', '123456'],
    ['five zeros and no whole number', 1, '7.5', '7.5'],
    ['five zeros and a number below 0', 1, '-7', '-7'],
    ['a place and three zeros', 2, '7', '007'],
    ['zeros and another form below 0', 3, '7', '0007'],
    ['zeros with decimals', 4, '7', '7'],
    ['one zero', 5, '7', '7'],
  ])('F-66 an id under %s is read as it is shown', async (_, style, value, text) => {
    const codes = ['00000', '[$-407]000', '0000;-0000', '00.00', '0']
    const formats = codes.map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${code}"/>`)
    const styles = `<numFmts>${formats.join('')}</numFmts><cellXfs><xf numFmtId="0"/>${codes
      .map((_code, i) => `<xf numFmtId="${164 + i}"/>`)
      .join('')}</cellXfs>`
    expect(await cellOf(`<c r="B2" s="${style}"><v>${value}</v></c>`, { styles })).toBe(text)
  })

  it('F-66 ids under zeros are texts, as those of a CSV are', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="00000"/></numFmts>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>'
    const cell = '<c r="B2" s="1"><v>7</v></c></row><row r="3"><c r="A3"><v>2</v></c>'
    const book = { ...sheetWith(`${cell}<c r="B3" s="1"><v>12345</v></c>`), styles }
    const { columns } = await profileOfWorkbook(book)
    expect(columns[1]).toMatchObject({ type: 'text', levels: ['00007', '12345'] })
  })

  it('counts days from 1904 where the workbook does', async () => {
    const book = { styles: dates, is1904: true }
    expect(await cellOf('<c r="B2" s="1"><v>43834</v></c>', book)).toBe('2024-01-05')
  })

  it('takes shared texts by number, without the reading aids', async () => {
    const strings =
      '<si><t>id</t></si><si><r><t>to</t></r><r><t xml:space="preserve"> kyo</t></r>' +
      '<rPh sb="0" eb="2"><t>TO</t></rPh></si><si/>'
    expect(await cellOf('<c r="B2" t="s"><v>1</v></c>', { strings })).toBe('to kyo')
    expect(await cellOf('<c r="B2" t="s"><v>2</v></c>', { strings })).toBe('')
    expect(
      await failureOfWorkbook({ ...sheetWith('<c r="B2" t="s"><v>9</v></c>'), strings }),
    ).toMatchObject({
      code: 'workbook_damaged',
      message: 't.xlsx: the workbook cannot be read (text 9 is not in its list).',
    })
  })

  it('are the same as the library read-excel-file reads', async () => {
    const data = [
      ['store', 'sales', 'open', 'since', 'note'],
      ['007', 1.5, true, new Date(Date.UTC(2024, 0, 5)), 'a & <b>'],
      ['8', -1e-7, false, new Date(Date.UTC(1999, 11, 31, 12)), 'é "q"'],
      ['1E5', 12_345_678.9, true, null, null],
    ]
    const cells = data.map((row) =>
      row.map((value) =>
        value === null
          ? null
          : { value, ...(value instanceof Date ? { format: 'yyyy-mm-dd hh:mm:ss' } : {}) },
      ),
    )
    const blob = await writeXlsxFile(cells).toBlob()
    const [sheet] = await readXlsxFile(blob)
    const theirs = sheet.data.map((row) => row.map(textOf))
    expect(await rowsOfWorkbook(blob)).toEqual(theirs)
  })
})

function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (!(value instanceof Date)) return ''
  return value.toISOString().replace('T00:00:00.000Z', '').replace('.000Z', '')
}
