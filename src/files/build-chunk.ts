import { detachText } from '../table/detach-text'
import { createInterner } from '../table/intern'
import { createNullTest, isSheetError } from '../table/is-null-token'
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

/** At most `capacity` rows between two calls of `take`; memory for those that there are. */
export function createChunkBuilder(plans: readonly ColumnPlan[], capacity: number): ChunkBuilder {
  const leastRoom = Math.min(capacity, 64)
  const start = () => plans.map((plan) => startColumn(plan, leastRoom))
  let columns = start()
  let room = leastRoom
  let nRows = 0
  const grow = (): void => {
    room = Math.min(capacity, 2 * room)
    for (const column of columns) column.grow(room)
  }
  return {
    nRows: () => nRows,
    add: (row) => {
      if (nRows === room) grow()
      // Cells that a short row does not have are missing.
      for (let i = 0; i < columns.length; i++) columns[i].set(nRows, row[i] ?? '')
      nRows++
    },
    take: () => {
      const table = { nRows, columns: columns.map((column) => column.take(nRows)) }
      columns = start()
      room = leastRoom
      nRows = 0
      return table
    },
  }
}

type ColumnBuilder = {
  readonly set: (row: number, text: string) => void
  readonly grow: (room: number) => void
  readonly take: (nRows: number) => Column
}

function startColumn(plan: ColumnPlan, room: number): ColumnBuilder {
  return plan.type === 'number' ? startNumbers(plan, room) : startLevels(plan, plan.type, room)
}

function startNumbers({ name, format, isMissing }: ColumnPlan, room: number): ColumnBuilder {
  let values = new Float64Array(room).fill(NaN)
  const unreadable = new Map<number, string>()
  return {
    set: (row, text) => {
      const value = isMissing(text) ? null : parseNumber(text, format)
      if (value !== null) values[row] = value
      else if (!isMissing(text) || isSheetError(text)) unreadable.set(row, detachText(text))
    },
    grow: (wider) => {
      const grown = new Float64Array(wider).fill(NaN, values.length)
      grown.set(values)
      values = grown
    },
    take: (nRows) => ({
      type: 'number',
      name,
      values: values.slice(0, nRows),
      ...(unreadable.size === 0 ? {} : { unreadable }),
    }),
  }
}

function startLevels(
  { name, isMissing }: ColumnPlan,
  type: LevelColumn['type'],
  room: number,
): ColumnBuilder {
  const { codeOf, levels } = createInterner()
  let codes = new Int32Array(room).fill(-1)
  return {
    set: (row, text) => {
      if (!isMissing(text)) codes[row] = codeOf(text)
    },
    grow: (wider) => {
      const grown = new Int32Array(wider).fill(-1, codes.length)
      grown.set(codes)
      codes = grown
    },
    take: (nRows) => ({ type, name, codes: codes.slice(0, nRows), levels }),
  }
}
