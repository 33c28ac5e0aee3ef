import { countOf } from './count-of'
import { FileError } from './failure'
import type { RaggedRows } from './ragged-count'

/** Columns and rows that have not the shape of the table, in words. */
export function noteShape(shape: {
  readonly nColumns: number
  readonly width: number
  readonly short: RaggedRows | null
  readonly surplus: RaggedRows | null
}): string[] {
  const { nColumns, width, short, surplus } = shape
  const notes: string[] = []
  if (width > nColumns) {
    const dropped = countOf(width - nColumns, 'empty column')
    notes.push(`${dropped} without a name at the right edge: left out.`)
  }
  if (short !== null) notes.push(`${describeRagged(short, 'shorter', width)}: the rest is missing.`)
  if (surplus !== null) {
    notes.push(`${describeRagged(surplus, 'longer', width)}: the surplus is left out.`)
  }
  return notes
}

function describeRagged({ n, line, nCells }: RaggedRows, than: string, width: number): string {
  return `${countOf(n, 'row')} ${than} than ${countOf(width, 'cell')}, first on line ${line} (${nCells})`
}

export function noDataRows(name: string): FileError {
  return new FileError({
    code: 'no_data_rows',
    message: `${name} has no data rows.`,
    path: name,
    hint: 'Add a file with a header row and at least one row below it.',
  })
}

export function mostRowsLong(
  name: string,
  found: {
    readonly surplus: RaggedRows
    readonly nRows: number
    readonly nColumns: number
    readonly firstLine: number
  },
): FileError {
  const { surplus, nRows, nColumns, firstLine } = found
  return new FileError({
    code: 'rows_too_long',
    message:
      `${name}: line ${surplus.line} has ${countOf(surplus.nCells, 'cell')}, but line ${firstLine} has ` +
      `${countOf(nColumns, 'column')}; ${surplus.n} of ${nRows} rows are longer than that.`,
    path: `${name}:${surplus.line}`,
    hint: 'Check the delimiter and the number of lines above the header row.',
  })
}
