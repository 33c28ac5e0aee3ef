import Papa from 'papaparse'
import { escapeOf, type Dialect } from './dialect'

/**
 * Cells of whole records that each end with LF. PapaParse's parser is called directly, with every
 * option fixed: no guessing, no types, no header (a column `__proto__` is lost with one).
 */
export function createCellSplitter(dialect: Dialect): (records: string) => string[][] {
  const parser = new Papa.Parser({
    delimiter: dialect.delimiter,
    newline: '\n',
    quoteChar: dialect.quote,
    escapeChar: escapeOf(dialect),
  })
  return (records) => {
    if (records === '') return []
    const parsed: { data: string[][] } = parser.parse(records, 0, false)
    // What follows the last LF comes back as one more, empty row.
    parsed.data.pop()
    return parsed.data
  }
}
