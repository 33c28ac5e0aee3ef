import { compareText } from '../../../table/compare-text'
import { createInterner } from '../../../table/intern'
import { sortLevels } from '../../../table/sort-levels'
import { cellText, type Column, isMissing } from '../../../table/table'
import { freeName, nameWithFile } from '../../column-words'

/** One file, one row per store; columns aligned with `storeIds`. */
export type StoreFile = {
  readonly name: string
  readonly storeIds: readonly string[]
  readonly columns: readonly Column[]
  /** Names of the columns in which an empty cell is zero. */
  readonly zeros: readonly string[]
  /** Names of the columns that count the rows of the file. */
  readonly rowNumbers: readonly string[]
}

export type JoinedFiles = {
  /** Every store of any file, sorted by code units. */
  readonly storeIds: readonly string[]
  readonly columns: readonly Column[]
  /** As in the files, by the joined names. */
  readonly zeros: readonly string[]
  readonly rowNumbers: readonly string[]
  /** In how many files each store is. */
  readonly nFilesOf: readonly number[]
  readonly collapsed: readonly string[]
  readonly suffixed: readonly string[]
}

/** A column brought to the joined stores; missing where its file does not have the store. */
type Aligned = {
  readonly file: string
  readonly column: Column
  readonly isZero: boolean
  readonly isRowNumber: boolean
}

/**
 * Full outer join on the store. Same-named columns whose cells are equal wherever both are present
 * become one; else each is kept under its name and the name of its file. Row numbers are no features:
 * nobody is told whether they agree.
 */
export function joinFiles(files: readonly StoreFile[]): JoinedFiles {
  const storeIds = [...new Set(files.flatMap((file) => file.storeIds))].sort(compareText)
  const rowsOf = files.map((file) => {
    const rowOf = new Map(file.storeIds.map((id, row) => [id, row]))
    return Int32Array.from(storeIds, (id) => rowOf.get(id) ?? -1)
  })
  const byName = groupByName(files, rowsOf)
  const columns: Column[] = []
  const [zeros, rowNumbers]: [string[], string[]] = [[], []]
  const [collapsed, suffixed]: [string[], string[]] = [[], []]
  const isTaken = (name: string) =>
    byName.has(name) || columns.some((column) => column.name === name)
  for (const [name, sameName] of byName) {
    const isNumbering = sameName.every(({ isRowNumber }) => isRowNumber)
    if (areEqual(sameName)) {
      const present = withCells(sameName)
      columns.push(coalesce(present.map(({ column }) => column)))
      if (present.every(({ isZero }) => isZero)) zeros.push(name)
      if (isNumbering) rowNumbers.push(name)
      else if (sameName.length > 1) collapsed.push(name)
      continue
    }
    for (const { file, column, isZero, isRowNumber } of sameName) {
      const ownName = freeName(nameWithFile(name, file), isTaken)
      columns.push({ ...column, name: ownName })
      if (isZero) zeros.push(ownName)
      if (isRowNumber) rowNumbers.push(ownName)
    }
    if (!isNumbering) suffixed.push(name)
  }
  return {
    storeIds,
    columns,
    zeros: zeros.sort(compareText),
    rowNumbers: rowNumbers.sort(compareText),
    nFilesOf: storeIds.map((_, i) => rowsOf.filter((rows) => rows[i] !== -1).length),
    collapsed: collapsed.sort(compareText),
    suffixed: suffixed.sort(compareText),
  }
}

function groupByName(
  files: readonly StoreFile[],
  rowsOf: readonly Int32Array[],
): ReadonlyMap<string, readonly Aligned[]> {
  const byName = new Map<string, Aligned[]>()
  files.forEach((file, i) => {
    for (const column of file.columns) {
      const aligned = {
        file: file.name,
        column: alignColumn(column, rowsOf[i]),
        isZero: file.zeros.includes(column.name),
        isRowNumber: file.rowNumbers.includes(column.name),
      }
      byName.set(column.name, [...(byName.get(column.name) ?? []), aligned])
    }
  })
  return byName
}

function alignColumn(column: Column, rows: Int32Array): Column {
  if (column.type === 'number') {
    const values = Float64Array.from(rows, (row) => (row === -1 ? Number.NaN : column.values[row]))
    return { ...column, values }
  }
  return { ...column, codes: rows.map((row) => (row === -1 ? -1 : column.codes[row])) }
}

/** Those that say something; all where none does. Without a cell nothing tells a type. */
function withCells(columns: readonly Aligned[]): readonly Aligned[] {
  const present = columns.filter(({ column }) => hasCell(column))
  return present.length === 0 ? columns : present
}

function hasCell(column: Column): boolean {
  return column.type === 'number'
    ? column.values.some((value) => !Number.isNaN(value))
    : column.codes.some((code) => code !== -1)
}

/** Every pair agrees where both are present. */
function areEqual(sameName: readonly Aligned[]): boolean {
  const columns = sameName.map(({ column }) => column).filter(hasCell)
  return columns.every((a, i) => columns.slice(i + 1).every((b) => agree(a, b)))
}

function agree(a: Column, b: Column): boolean {
  if (a.type !== b.type) return false
  const nRows = a.type === 'number' ? a.values.length : a.codes.length
  for (let row = 0; row < nRows; row++)
    if (!isMissing(a, row) && !isMissing(b, row) && cellText(a, row) !== cellText(b, row))
      return false
  return true
}

/** The first present cell of each row. */
function coalesce(columns: readonly Column[]): Column {
  const [first] = columns
  if (columns.length === 1) return first
  const firstPresent = (row: number) => columns.find((column) => !isMissing(column, row)) ?? first
  if (first.type === 'number') {
    const values = first.values.map((value, row) => {
      const column = firstPresent(row)
      return column.type === 'number' ? column.values[row] : value
    })
    return { ...first, values }
  }
  const { codeOf, levels } = createInterner()
  const codes = first.codes.map((_, row) => {
    const text = cellText(firstPresent(row), row)
    return text === null ? -1 : codeOf(text)
  })
  return sortLevels({ type: first.type, name: first.name, codes, levels })
}
