import { cellText } from '../../../table/table'
import { inspectFile } from '../../inspect'
import { readTable } from '../../read-table'
import { readText } from '../../read-text'
import { firstDifference } from '../fuzz/first-difference'
import type { DuckDbTable, WrittenTable } from './duck-db-reader'
import { isKnownDifference } from './known-differences'

/**
 * Compares what is read here with what DuckDB read, cell by cell: texts, and values after typing.
 * @returns the first difference in words; `null` where there is none
 */
export async function compareTable(
  { table, text }: WrittenTable,
  other: DuckDbTable,
): Promise<string | null> {
  const { delimiter, quote, escape } = table.dialect
  const overrides = {
    delimiter,
    quote,
    ...(escape === quote ? {} : { escape }),
    encoding: 'utf-8',
    hasHeader: true,
    headerRows: 1,
    skipLines: 0,
    endLine: null,
  }
  const blob = new Blob([text])
  const reading = await readText('t.csv', blob, overrides)
  if (!reading.ok) return reading.failure.message
  const { rows } = reading
  if (rows.length !== other.cells.length)
    return `${rows.length} rows, DuckDB has ${other.cells.length}`
  for (const [i, row] of rows.entries()) {
    const isSame =
      row.length === other.cells[i].length && row.every((c, k) => c === other.cells[i][k])
    if (!isSame) return `row ${i} ${firstDifference(row, other.cells[i])}`
  }
  return compareValues({ table, text }, other, overrides)
}

async function compareValues(
  { table: { header, kinds }, text }: WrittenTable,
  { cells, numbers }: DuckDbTable,
  overrides: { readonly delimiter: string },
): Promise<string | null> {
  const blob = new Blob([text])
  const inspection = await inspectFile('t.csv', blob, { overrides })
  if (!inspection.ok) return inspection.failure.message
  const { profile } = inspection
  const ids = profile.columns.flatMap(({ name }, i) => (kinds[i] === 'id' ? [name] : []))
  const table = await readTable(blob, profile, ids)
  if (table.columns.length !== header.length) return `${table.columns.length} columns`
  for (const [k, column] of table.columns.entries()) {
    for (let row = 0; row < table.nRows; row++) {
      const [text, value] = [cells[row + 1][k], numbers[row + 1][k]]
      const found = column.type === 'number' ? column.values[row] : cellText(column, row)
      const expected = column.type === 'number' ? (value ?? NaN) : text
      const isMissing = found === null || Number.isNaN(found)
      // The sign of zero is no data here.
      if (found === expected || (isMissing && Number.isNaN(expected))) continue
      if (isKnownDifference({ text, kind: kinds[k], found, value })) continue
      return `row ${row + 1} column ${k} (${kinds[k]}, read as ${column.type}): ${found} for ${JSON.stringify(text)}, DuckDB ${expected}`
    }
  }
  return null
}
