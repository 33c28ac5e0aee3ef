import { sentenceCase } from '../../ui/sentence-case'

/** A part of a value that can be shown: rows are read one by one, when they are on the screen. */
export type PreviewTable = {
  readonly kind: 'table' | 'matrix'
  readonly title: string
  readonly nRows: number
  readonly columns: readonly PreviewColumn[]
}

export type PreviewColumn = {
  readonly name: string
  readonly isNumber: boolean
  readonly at: (row: number) => PreviewCell
}

export type PreviewCell = string | number | boolean | null

export type ValuePreview = {
  readonly tables: readonly PreviewTable[]
  /** Single figures and words of the value. */
  readonly facts: readonly { readonly name: string; readonly value: PreviewCell }[]
}

/**
 * What can be seen of any value, by its shape alone: columns that line up with the stores are one
 * table, X with its names a matrix, a list of objects a table of its own, the rest figures.
 */
export function previewOf(value: unknown): ValuePreview {
  if (!isRecord(value)) return { tables: [], facts: [] }
  const stores = textsOf(value['storeIds'])
  const tables = [
    ...(stores === null ? [] : storeTables(value, stores)),
    ...Object.entries(value).flatMap(([name, part]) => objectTable(name, part)),
  ]
  const facts = Object.entries(value).flatMap(([name, part]) =>
    isCell(part) ? [{ name: words(name), value: part }] : [],
  )
  return { tables, facts }
}

function storeTables(value: Plain, storeIds: readonly string[]): readonly PreviewTable[] {
  const stores: PreviewColumn = {
    name: 'Store',
    isNumber: false,
    at: (row) => storeIds[row] ?? null,
  }
  const aligned = Object.entries(value).flatMap(([name, part]) =>
    name === 'storeIds' ? [] : alignedColumn(words(name), part, storeIds.length),
  )
  const own = columnsOf(value['columns'], storeIds.length)
  const rows: PreviewTable = {
    kind: 'table',
    title: 'Stores',
    nRows: storeIds.length,
    columns: [stores, ...own, ...aligned],
  }
  const matrix = matrixOf(value, stores, storeIds.length)
  const tables = rows.columns.length > 1 ? [rows] : []
  return matrix === null ? tables : [matrix, ...tables]
}

/** Row-major numbers with the names of their columns. */
function matrixOf(value: Plain, stores: PreviewColumn, nRows: number): PreviewTable | null {
  const names = textsOf(value['componentNames']) ?? textsOf(value['featureNames'])
  const cells = value['X']
  if (names === null || !(cells instanceof Float64Array) || cells.length !== nRows * names.length)
    return null
  const columns = names.map((name, i): PreviewColumn => ({
    name,
    isNumber: true,
    at: (row) => cells[row * names.length + i] ?? null,
  }))
  return { kind: 'matrix', title: 'Matrix', nRows, columns: [stores, ...columns] }
}

/** Columns of a table: numbers, or codes of levels. */
function columnsOf(columns: unknown, nRows: number): readonly PreviewColumn[] {
  if (!Array.isArray(columns)) return []
  return columns.flatMap((column: unknown) => {
    if (!isRecord(column) || typeof column['name'] !== 'string') return []
    const levels = textsOf(column['levels'])
    const codes = column['codes']
    if (levels !== null && isNumbers(codes) && codes.length === nRows)
      return [
        {
          name: column['name'],
          isNumber: false,
          at: (row: number) => levels[codes[row] ?? -1] ?? null,
        },
      ]
    return alignedColumn(column['name'], column['values'], nRows)
  })
}

function alignedColumn(name: string, part: unknown, nRows: number): readonly PreviewColumn[] {
  if (isNumbers(part) && part.length === nRows)
    return [{ name, isNumber: true, at: (row) => part[row] ?? null }]
  const texts = textsOf(part)
  return texts === null || texts.length !== nRows
    ? []
    : [{ name, isNumber: false, at: (row) => texts[row] ?? null }]
}

/** A list of objects: one column per name that holds single values. */
function objectTable(name: string, part: unknown): readonly PreviewTable[] {
  if (!Array.isArray(part) || part.length === 0) return []
  const rows = part.filter(isRecord)
  const [first] = rows
  if (first === undefined || rows.length !== part.length) return []
  const columns = Object.keys(first).flatMap((key): readonly PreviewColumn[] => {
    const cells = rows.slice(0, nLooked).map((row) => row[key])
    if (!cells.every(isCell)) return []
    const isNumber = cells.some((cell) => typeof cell === 'number')
    return [{ name: words(key), isNumber, at: (row) => cellOf(rows[row]?.[key]) }]
  })
  return columns.length === 0
    ? []
    : [{ kind: 'table', title: words(name), nRows: rows.length, columns }]
}

/** Rows that are looked at to tell what a column holds. */
const nLooked = 100

type Plain = Readonly<Record<string, unknown>>
type Numbers = Float64Array | Int32Array | Uint8Array

function isRecord(value: unknown): value is Plain {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !ArrayBuffer.isView(value)
  )
}

function isNumbers(value: unknown): value is Numbers {
  return value instanceof Float64Array || value instanceof Int32Array || value instanceof Uint8Array
}

/** A list whose first value is a text holds texts: by the schemas a list holds one kind. */
function textsOf(value: unknown): readonly string[] | null {
  if (!Array.isArray(value) || typeof value[0] !== 'string') return null
  return value
}

function isCell(value: unknown): value is PreviewCell {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}

function cellOf(value: unknown): PreviewCell {
  return isCell(value) ? value : null
}

/** `runnerUpDistance` as `Runner up distance`. */
function words(name: string): string {
  const spaced = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()
  return sentenceCase(spaced)
}
