import { columnUse } from '../assets/column-use'
import type { SourceProfile } from '../files/source-profile'
import type { Table } from '../table/table'
import { tableCell } from '../runs/outputs/cell-at'

/** What `read --json` prints: how a file was understood, and every cell. */
export function readAnswer(profile: SourceProfile, table: Table) {
  const { options, columns } = profile
  return {
    encoding: options.encoding,
    delimiter: options.delimiter,
    quote: options.quote,
    header: table.columns.map(({ name }) => name),
    types: table.columns.map(({ type }) => type),
    flags: columns.map((column) => flagOf(column, profile)),
    rejected: columns.flatMap(({ name, nRejected, rejected }) =>
      nRejected === 0 ? [] : [{ column: name, count: nRejected, first: rejected }],
    ),
    rows: Array.from({ length: table.nRows }, (_, row) =>
      table.columns.map((column) => tableCell(column, row)),
    ),
  }
}

function flagOf(
  column: SourceProfile['columns'][number],
  { nRows, twins, isCompositional }: SourceProfile,
) {
  const { use, reason, isSensitive } = columnUse(column, nRows)
  const twin = twins.find(({ column: name }) => name === column.name)
  return {
    column: column.name,
    use,
    reason,
    sensitive: isSensitive,
    compositional: isCompositional && column.type === 'number' && use === 'feature',
    near_duplicate_of: twin === undefined ? null : { column: twin.twin, r: twin.r },
  }
}
