import { createDraw, type Draw } from './made-up-chain'

/** A table as a file has it: one row per store, an empty text for a cell that is missing. */
export type MadeTable = {
  readonly storeIds: readonly string[]
  readonly columns: readonly MadeColumn[]
}

export type MadeColumn = {
  readonly name: string
  /** One per store. */
  readonly cells: readonly (number | string)[]
}

export type TableKind = {
  /** Some tables are parts of 100; not where a law changes what the parts add up to. */
  readonly hasShares?: boolean
  /** Without rows and cells that are equal, where rounding could decide between them. */
  readonly isGeneral?: boolean
  /** So many stores, and no cell of them missing. */
  readonly nComplete?: number
}

const names = ['income', 'age', 'density', 'rent', 'traffic', 'growth']

/**
 * A small table of 20 to 60 stores (one in ten: up to 120) in 2 to 4 groups, with 2 to 6 columns of
 * numbers and now and then a column of text. Some tables have missing cells, a store without any,
 * columns of few values, heavy tails, stores that are equal. Numbers are multiples of 1/8 (of 2^-20 where it
 * is general) below 2^12: sums of them have no rounding.
 */
export function makeTable(seed: number, kind: TableKind = {}): MadeTable {
  const draw = createDraw(seed)
  const isGeneral = kind.isGeneral === true
  const isComplete = kind.nComplete !== undefined
  const nStores = kind.nComplete ?? draw.integer(20, draw.uniform() < 0.1 ? 120 : 60)
  const nGroups = draw.integer(2, 4)
  const groups = Array.from({ length: nStores }, () => draw.integer(0, nGroups - 1))
  const nColumns = draw.integer(2, 6)
  const numbers =
    kind.hasShares !== false && !isGeneral && draw.uniform() < 0.15
      ? sharesOf(draw, groups, nColumns)
      : names
          .slice(0, nColumns)
          .map((name) => numberColumn(draw, name, { groups, isGeneral, isComplete }))
  const columns: MadeColumn[] = [...numbers]
  if (draw.uniform() < 0.4) columns.push(textColumn(draw, { groups, isComplete }))
  if (!isGeneral && draw.uniform() < 0.3) repeatRows(draw, columns)
  if (!isComplete && draw.uniform() < 0.2) emptyRow(draw, columns)
  return { storeIds: idsOf(draw, nStores), columns: shuffled(draw, columns) }
}

type Groups = readonly number[]
type Kind = {
  readonly groups: Groups
  readonly isGeneral: boolean
  readonly isComplete: boolean
}

function numberColumn(
  draw: Draw,
  name: string,
  { groups, isGeneral, isComplete }: Kind,
): MadeColumn {
  const centers = Array.from({ length: 4 }, () => 6 * draw.normal())
  const isHeavy = draw.uniform() < 0.2
  const isCoarse = !isGeneral && draw.uniform() < 0.2
  const steps = isGeneral ? 2 ** 20 : isCoarse ? 0.25 : 8
  const missing = !isComplete && draw.uniform() < 0.3 ? 0.08 : 0
  const cells = groups.map((group) => {
    const value = centers[group] + draw.normal() * (isHeavy && draw.uniform() < 0.1 ? 40 : 1)
    return draw.uniform() < missing ? '' : Math.round(value * steps) / steps
  })
  return { name, cells }
}

/** Eighths of percent that add up to 100 exactly in each row. */
function sharesOf(draw: Draw, groups: Groups, nColumns: number): MadeColumn[] {
  const mixes = Array.from({ length: 4 }, () => names.map(() => 0.2 + draw.uniform()))
  const rows = groups.map((group) => {
    const parts = names
      .slice(0, nColumns)
      .map((_, j) => mixes[group][j] * (0.8 + 0.4 * draw.uniform()))
    const total = parts.reduce((sum, part) => sum + part, 0)
    const shares = parts.map((part) => Math.floor((800 * part) / total) / 8)
    shares[0] += 100 - shares.reduce((sum, share) => sum + share, 0)
    return shares
  })
  return names.slice(0, nColumns).map((name, j) => ({ name, cells: rows.map((row) => row[j]) }))
}

function textColumn(draw: Draw, { groups, isComplete }: Omit<Kind, 'isGeneral'>): MadeColumn {
  const levels = ['city', 'country', 'suburb', 'coast'].slice(0, draw.integer(2, 4))
  const cells = groups.map((group) => {
    const isOwn = draw.uniform() < 0.7
    const level = isOwn ? group % levels.length : draw.integer(0, levels.length - 1)
    return !isComplete && draw.uniform() < 0.03 ? '' : levels[level]
  })
  return { name: 'setting', cells }
}

/** Some stores become like another one in every cell. */
function repeatRows(draw: Draw, columns: MadeColumn[]): void {
  const n = columns[0].cells.length
  const sources = Array.from({ length: n }, (_, row) =>
    draw.uniform() < 0.3 ? draw.integer(0, n - 1) : row,
  )
  columns.forEach(({ name, cells }, j) => {
    columns[j] = { name, cells: sources.map((row) => cells[row]) }
  })
}

function emptyRow(draw: Draw, columns: MadeColumn[]): void {
  const empty = draw.integer(0, columns[0].cells.length - 1)
  columns.forEach(({ name, cells }, j) => {
    columns[j] = { name, cells: cells.map((cell, row) => (row === empty ? '' : cell)) }
  })
}

/** As ids are: with zeros in front, with a letter, or of different lengths; in any order. */
function idsOf(draw: Draw, nStores: number): readonly string[] {
  const form = draw.integer(0, 2)
  const ids = Array.from({ length: nStores }, (_, i) => {
    const number = 3 * i + 1
    if (form === 0) return String(number).padStart(5, '0')
    return form === 1 ? `S${number}` : String(number)
  })
  return shuffled(draw, ids)
}

/** The same members in another order (Fisher and Yates). */
export function shuffled<T>(draw: Draw, members: readonly T[]): T[] {
  const drawn = [...members]
  for (let at = drawn.length - 1; at > 0; at--) {
    const other = draw.integer(0, at)
    const member = drawn[at]
    drawn[at] = drawn[other]
    drawn[other] = member
  }
  return drawn
}

/** The table with the cells of each column of numbers changed; missing ones stay missing. */
export function mapNumbers(
  table: MadeTable,
  change: (column: number) => (value: number) => number,
): MadeTable {
  const columns = table.columns.map(({ name, cells }, column) => {
    const changed = change(column)
    return { name, cells: cells.map((cell) => (typeof cell === 'number' ? changed(cell) : cell)) }
  })
  return { ...table, columns }
}
