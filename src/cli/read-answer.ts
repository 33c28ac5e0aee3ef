import { columnUse } from '../assets/column-use'
import { guessRole } from '../assets/guess-role'
import type { SourceColumns } from '../assets/source'
import type { SourceProfile } from '../files/source-profile'
import type { Table } from '../table/table'
import { tableCell } from '../runs/outputs/cell-at'

/** Columns that hold ids or categories: text byte for byte, whatever they look like. */
export function idColumnsOf(name: string, profile: SourceProfile): readonly string[] {
  const { columns } = guessRole(name, profile.columns, profile.nRows)
  return idsAmong(columns)
}

function idsAmong({ store, product, category }: SourceColumns): readonly string[] {
  return [store, product, category].filter((column) => column !== null)
}

/** What `read --json` prints: how a file was understood, and every cell. */
export function readAnswer(profile: SourceProfile, table: Table) {
  const { options, columns, nRows } = profile
  return {
    encoding: options.encoding,
    delimiter: options.delimiter,
    quote: options.quote,
    header: table.columns.map(({ name }) => name),
    types: table.columns.map(({ type }) => type),
    flags: columns.map((column) => flagOf(column, nRows)),
    rejected: columns.flatMap(({ name, nRejected, rejected }) =>
      nRejected === 0 ? [] : [{ column: name, count: nRejected, first: rejected }],
    ),
    rows: Array.from({ length: table.nRows }, (_, row) =>
      table.columns.map((column) => tableCell(column, row)),
    ),
  }
}

function flagOf(column: SourceProfile['columns'][number], nRows: number) {
  const { use, reason, isSensitive } = columnUse(column, nRows)
  return { column: column.name, use, reason, sensitive: isSensitive }
}
