import { concatTables } from '../../table/concat-tables'
import {
  type Column,
  columnNamed,
  type LevelColumn,
  type NumberColumn,
  type Table,
} from '../../table/table'
import { AssetError } from '../failure'
import type { Need, Role, SourceReader } from '../source'
import type { ComputeContext } from '../spec'

/** The one file of a role that takes a single file. Errors: `missing_role`, `several_files`. */
export function onlySource(context: ComputeContext, role: Role): SourceReader {
  const [source, ...more] = context.sources(role)
  if (source === undefined)
    throw new AssetError({
      code: 'missing_role',
      message: `No file has the role ${role}.`,
      path: role,
      hint: `Add a file and give it the role ${role}.`,
    })
  if (more.length > 0)
    throw new AssetError({
      code: 'several_files',
      message: `${more.length + 1} files have the role ${role}, which takes one.`,
      path: more[0].name,
      hint: 'Give the other files another role, or remove them.',
    })
  return source
}

/** The name of the column that a need of the role points at. Error: `missing_column`. */
export function requireName(source: SourceReader, role: Role, need: Need): string {
  const name = source.columns[need]
  if (name === null)
    throw new AssetError({
      code: 'missing_column',
      message: `No column of ${source.name} is chosen as the ${need}.`,
      path: source.name,
      hint: `Choose the ${need} column of ${source.name}: columns.${need} of its reader, or --set ${role}.columns.${need}=COLUMN.`,
    })
  return name
}

/** A column of ids: text byte for byte. Error: `missing_column`. */
export function idColumn(table: Table, source: SourceReader, name: string): LevelColumn {
  const column = findColumn(table, source, name)
  if (column.type === 'number') throw wrongType(source, name, 'text')
  return column
}

/** A column of numbers. Errors: `missing_column`, `column_type`. */
export function amountColumn(table: Table, source: SourceReader, name: string): NumberColumn {
  const column = findColumn(table, source, name)
  if (column.type !== 'number') throw wrongType(source, name, 'numbers')
  return column
}

/** The whole file as one table: for files with one row per store or product. */
export async function readWhole(source: SourceReader): Promise<Table> {
  const tables: Table[] = []
  for await (const { table } of source.chunks()) tables.push(table)
  return concatTables(tables)
}

function findColumn(table: Table, source: SourceReader, name: string): Column {
  const column = columnNamed(table, name)
  if (column === null)
    throw new AssetError({
      code: 'missing_column',
      message: `${source.name} has no column ${name}.`,
      path: source.name,
      hint: `It has ${table.columns.map((column) => column.name).join(', ')}.`,
    })
  return column
}

function wrongType(source: SourceReader, name: string, wanted: string): AssetError {
  return new AssetError({
    code: 'column_type',
    message: `The column ${name} of ${source.name} does not hold ${wanted}.`,
    path: `${source.name}: ${name}`,
    hint: `Choose another column, or set the type of ${name} where the file is previewed.`,
  })
}
