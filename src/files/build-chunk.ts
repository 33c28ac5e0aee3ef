import { createInterner } from '../table/intern'
import { createNullTest } from '../table/is-null-token'
import { parseNumber, plainFormat, type NumberFormat } from '../table/parse-number'
import type { Column, ColumnType, LevelColumn, Table } from '../table/table'
import type { SourceProfile } from './source-profile'

/** How the cells of one column become values. */
export type ColumnPlan = {
  readonly name: string
  readonly type: ColumnType
  readonly format: NumberFormat
  readonly isMissing: (text: string) => boolean
}

/** One plan a column, in file order; ids are text and only an empty id is missing. */
export function planColumns(
  profile: SourceProfile,
  idColumns: ReadonlySet<string>,
): readonly ColumnPlan[] {
  const { nullTokens, numberFormats } = profile.options
  const isNull = createNullTest(nullTokens)
  const isEmpty = (text: string): boolean => text === ''
  return profile.columns.map(({ name, type }) => {
    const isId = idColumns.has(name)
    return {
      name,
      type: isId ? 'text' : type,
      format: numberFormats.find(({ column }) => column === name) ?? plainFormat,
      isMissing: isId ? isEmpty : isNull,
    }
  })
}

/** Rows of text appended to typed columns, cut off as a table by `take`. */
export type ChunkBuilder = {
  readonly nRows: () => number
  readonly add: (row: readonly string[]) => void
  /** The rows since the last call. Levels are those of these rows, in the order of first sight. */
  readonly take: () => Table
}

/** At most `capacity` rows between two calls of `take`. */
export function createChunkBuilder(plans: readonly ColumnPlan[], capacity: number): ChunkBuilder {
  let columns = plans.map((plan) => startColumn(plan, capacity))
  let nRows = 0
  return {
    nRows: () => nRows,
    add: (row) => {
      // Cells that a short row does not have are missing.
      for (let i = 0; i < columns.length; i++) columns[i].set(nRows, row[i] ?? '')
      nRows++
    },
    take: () => {
      const table = { nRows, columns: columns.map((column) => column.take(nRows)) }
      columns = plans.map((plan) => startColumn(plan, capacity))
      nRows = 0
      return table
    },
  }
}

type ColumnBuilder = {
  readonly set: (row: number, text: string) => void
  readonly take: (nRows: number) => Column
}

function startColumn(plan: ColumnPlan, capacity: number): ColumnBuilder {
  return plan.type === 'number'
    ? startNumbers(plan, capacity)
    : startLevels(plan, plan.type, capacity)
}

function startNumbers({ name, format, isMissing }: ColumnPlan, capacity: number): ColumnBuilder {
  const values = new Float64Array(capacity).fill(NaN)
  return {
    set: (row, text) => {
      if (!isMissing(text)) values[row] = parseNumber(text, format) ?? NaN
    },
    take: (nRows) => ({ type: 'number', name, values: values.slice(0, nRows) }),
  }
}

function startLevels(
  { name, isMissing }: ColumnPlan,
  type: LevelColumn['type'],
  capacity: number,
): ColumnBuilder {
  const { codeOf, levels } = createInterner()
  const codes = new Int32Array(capacity).fill(-1)
  return {
    set: (row, text) => {
      if (!isMissing(text)) codes[row] = codeOf(text)
    },
    take: (nRows) => ({ type, name, codes: codes.slice(0, nRows), levels }),
  }
}
