import { FileError } from '../failure'
import type { NamedTable } from './table-format'

/** @throws {FileError} `repeated_column` where a format finds a column by its name alone */
export function refuseRepeatedColumns({ name, columns }: NamedTable, format: string): void {
  const seen = new Set<string>()
  for (const column of columns) {
    if (seen.has(column))
      throw new FileError({
        code: 'repeated_column',
        message: `${name}: two columns are named "${column}", and ${format} would keep one of them.`,
        path: `${name}:${column}`,
        hint: 'Write it as CSV or as a workbook, or name the columns apart in the file that was read.',
      })
    seen.add(column)
  }
}
