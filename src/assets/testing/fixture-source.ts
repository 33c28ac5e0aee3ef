import type { Column, Table } from '../../table/table'
import { createInterner } from '../../table/intern'
import type { Role, SourceColumns, SourceReader } from '../source'
import type { ComputeContext } from '../spec'

const noColumns: SourceColumns = {
  store: null,
  product: null,
  category: null,
  value: null,
  group: null,
}

/**
 * A comma-separated text (RFC 4180, header first) as the port that computes read through.
 * Columns named as ids are text; another column is a number when every present cell is one.
 */
export function fixtureSource(
  name: string,
  csv: string,
  columns: Partial<SourceColumns>,
): SourceReader {
  const all = { ...noColumns, ...columns }
  const [header = [], ...rows] = parseCsv(csv)
  const ids = new Set([all.store, all.product, all.category, all.group])
  const cells = header.map((column, index) => ({
    name: column,
    isId: ids.has(column),
    cells: rows.map((row) => row[index] ?? ''),
  }))
  const typed = cells.map((column) => typeColumn(column.name, column.cells, column.isId))
  const table: Table = { nRows: rows.length, columns: typed }
  const values = cells.find((column) => column.name === all.value)?.cells ?? []
  const decimals = values.map((cell) => cell.split('.')[1]?.length ?? 0)
  return {
    name,
    columns: all,
    nRows: rows.length,
    size: csv.length,
    distinct: (column) => {
      const present = cells.find(({ name }) => name === column)?.cells.filter((cell) => cell !== '')
      return { count: new Set(present).size, isExact: true }
    },
    valueDecimals: decimals.reduce((most, n) => (n > most ? n : most), 0),
    rejected: [],
    chunks: async function* () {
      yield { table, firstRow: 0 }
    },
  }
}

/** A context with these files, in this partition. */
export function fixtureContext(
  sources: Partial<Record<Role, readonly SourceReader[]>>,
  partition: string | null = null,
): ComputeContext {
  return {
    partition,
    sources: (role) => sources[role] ?? [],
    report: () => {},
    memoryBudget: Infinity,
    baseline: null,
    overrides: [],
    log: () => {},
  }
}

/** A column typed from its cells, empty ones missing. */
export function typeColumn(name: string, cells: readonly string[], isText = false): Column {
  const present = cells.filter((cell) => cell !== '')
  const isNumber = !isText && present.length > 0 && present.every((cell) => Number.isFinite(+cell))
  if (isNumber)
    return {
      type: 'number',
      name,
      values: Float64Array.from(cells, (cell) => (cell === '' ? Number.NaN : Number(cell))),
    }
  const { codeOf, levels } = createInterner()
  const codes = Int32Array.from(cells, (cell) => (cell === '' ? -1 : codeOf(cell)))
  return { type: 'text', name, codes, levels }
}

function parseCsv(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = []
  let row: string[] = []
  for (const [, quoted, plain = '', end] of csv
    .replace(/^\uFEFF/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    if (end === '' && row.length === 0 && plain === '' && quoted === undefined) break
    row.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}
