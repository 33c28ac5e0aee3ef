import type { Column, LevelColumn, NumberColumn, Table } from './table'
import { createInterner } from './intern'
import { sortLevels } from './sort-levels'

/**
 * Chunks of one file, one under the other. All chunks have the same columns in the same order;
 * the levels of each text column are unified and sorted by code units.
 */
export function concatTables(chunks: readonly Table[]): Table {
  const first = chunks[0]
  if (first === undefined) return { nRows: 0, columns: [] }
  const nRows = chunks.reduce((sum, chunk) => sum + chunk.nRows, 0)
  const columns = first.columns.map((column, index) =>
    concatColumns(
      column,
      chunks.map((chunk) => chunk.columns[index]),
    ),
  )
  return { nRows, columns }
}

function concatColumns(first: Column, parts: readonly Column[]): Column {
  return first.type === 'number'
    ? concatNumbers(first.name, parts.filter(isNumberColumn))
    : concatLevels(first, parts.filter(isLevelColumn))
}

function concatNumbers(name: string, parts: readonly NumberColumn[]): NumberColumn {
  const values = new Float64Array(parts.reduce((sum, part) => sum + part.values.length, 0))
  const unreadable = new Map<number, string>()
  let offset = 0
  for (const part of parts) {
    values.set(part.values, offset)
    for (const [row, text] of part.unreadable ?? []) unreadable.set(offset + row, text)
    offset += part.values.length
  }
  return { type: 'number', name, values, ...(unreadable.size === 0 ? {} : { unreadable }) }
}

function concatLevels(first: LevelColumn, parts: readonly LevelColumn[]): LevelColumn {
  const { codeOf, levels } = createInterner()
  const codes = new Int32Array(parts.reduce((sum, part) => sum + part.codes.length, 0))
  let offset = 0
  for (const part of parts) {
    const shared = part.levels.map(codeOf)
    for (const code of part.codes) codes[offset++] = code === -1 ? -1 : shared[code]
  }
  return sortLevels({ type: first.type, name: first.name, codes, levels })
}

function isNumberColumn(column: Column): column is NumberColumn {
  return column.type === 'number'
}

function isLevelColumn(column: Column): column is LevelColumn {
  return column.type !== 'number'
}
