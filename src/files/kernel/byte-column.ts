import type { ColumnTally } from '../../table/column-tally'
import { readCell, type CellReading } from '../../table/read-cell'
import { growInts } from './grow'
import {
  addSeen,
  createPlainSeen,
  decimalsOf,
  newKeys,
  nSets,
  type PlainSeen,
  setOf,
  textOf,
  valueOf,
} from './plain-seen'
import type { Scanner } from './scanner'
import { createTextTable, type TextTable } from './text-table'

/**
 * One column of a profile: a text is read at its first sight, and counted after that. `tally` knows
 * everything but the cells that wait in `counts`.
 */
export type ByteColumn = {
  readonly scanner: Scanner
  readonly tally: ColumnTally
  readonly isNull: (text: string) => boolean
  readonly decode: (bytes: Uint8Array) => string
  /** False where a plain number may be read otherwise: a fixed format, or one that means missing. */
  readonly readsPlain: boolean
  /** Plain numbers: which there were, cells since the first of each by set, and what they ask for. */
  seen: PlainSeen
  plainCounts: Float64Array
  plainAsks: Int32Array
  /** All other texts. */
  table: TextTable
  /** By code: the text, and what it was read as, null where it means missing. */
  texts: string[]
  readings: (CellReading | null)[]
  /** By code: cells since the first. */
  counts: Int32Array
  /** By code: what a further cell asks for besides counting. */
  asks: Int32Array
  /** What the tally looked like when `asks` was worked out. */
  version: number
  /** Most plain numbers are told to the tally by somebody else, who gets `seen`; else it knows them all. */
  readonly leavesPlain: boolean
  /** So many distinct texts that a table of them is of no use. */
  isDirect: boolean
}

/** Nothing; its value for the sample under `.`, under `,`; to be added as a whole. */
export const asksNothing = 0
export const asksPoint = 1
export const asksComma = 2
export const asksAll = 4

type Opened = Pick<
  ByteColumn,
  'scanner' | 'tally' | 'isNull' | 'decode' | 'readsPlain' | 'leavesPlain'
>

export function createByteColumn(opened: Opened): ByteColumn {
  return { ...opened, ...emptyTable(), isDirect: false }
}

/** Reads a text at its first sight, which is its first cell; its code is the next one. */
export function meetText(column: ByteColumn, text: string, line: number): void {
  const code = column.texts.length
  const isMissing = column.isNull(text)
  if (isMissing) column.tally.addMissing(text)
  const reading = isMissing ? null : column.tally.add(text, line)
  column.texts.push(text)
  column.readings.push(reading)
  column.counts = growInts(column.counts, code + 1)
  column.asks = growInts(column.asks, code + 1)
  column.asks[code] = askOf(reading, column.tally)
  refreshAsks(column)
}

/** A plain number at its first sight, or one more that has to be added as a whole. */
export function meetNumber(column: ByteColumn, text: string, line: number): void {
  column.tally.add(text, line)
  refreshAsks(column)
}

/** Works out again what cells ask for, where the tally has changed in a way that matters. */
export function refreshAsks(column: ByteColumn): void {
  const { point, comma } = column.tally.numbers()
  const version =
    (point.isFull() ? 1 : 0) + (comma === null ? 0 : 2) + (comma?.isFull() === true ? 4 : 0)
  if (version === column.version) return
  column.version = version
  for (let set = 0; set < nSets; set++)
    column.plainAsks[set] = askOf(plainReading(set), column.tally)
  column.readings.forEach((reading, code) => {
    column.asks[code] = askOf(reading, column.tally)
  })
}

/** Tells the tally the cells that wait. */
export function settleColumn(column: ByteColumn): void {
  const { tally, plainCounts, counts, readings, texts } = column
  for (let set = 0; set < nSets; set++)
    if (plainCounts[set] > 0) tally.again(plainReading(set), '', plainCounts[set])
  plainCounts.fill(0)
  for (let code = 0; code < texts.length; code++) {
    const n = counts[code]
    const reading = readings[code]
    if (n === 0) continue
    if (reading === null) tally.addMissing(texts[code], n)
    else tally.again(reading, texts[code], n)
    counts[code] = 0
  }
}

/** Tells the tally the plain numbers that were left to it: see `leavesPlain`. */
export function addPlain({ tally, seen }: ByteColumn, next: PlainSeen): void {
  meetNew(tally, seen, next)
  addSeen(seen, next)
}

function meetNew(tally: ColumnTally, known: PlainSeen, seen: PlainSeen): void {
  for (const key of newKeys(known, seen)) {
    if (!tally.isOver()) {
      tally.meet(textOf(key))
      continue
    }
    // As a text it would count no more: there may be millions.
    const { point, comma } = tally.numbers()
    const nDecimals = decimalsOf(setOf(key))
    point.meet(valueOf(key), nDecimals)
    if (nDecimals === 0) comma?.meet(valueOf(key), 0)
  }
}

/** All numbers of a set read alike but for their values. */
function plainReading(set: number): CellReading {
  return decimalsOf(set) === 0 ? whole : fraction
}

const whole = readCell('1')
const fraction = readCell('1.5')

const maxTexts = 1 << 18
const maxWords = 1 << 22

/** Gives the table up where it has become too large. */
export function limitColumn(column: ByteColumn): void {
  if (column.table.size < maxTexts && column.table.nWords < maxWords) return
  settleColumn(column)
  if (column.leavesPlain) meetNew(column.tally, createPlainSeen(), column.seen)
  Object.assign(column, emptyTable(), { isDirect: true })
}

function emptyTable() {
  return {
    seen: createPlainSeen(),
    plainCounts: new Float64Array(nSets),
    plainAsks: new Int32Array(nSets),
    table: createTextTable(),
    texts: [],
    readings: [],
    counts: new Int32Array(256),
    asks: new Int32Array(256),
    version: -1,
  }
}

/** A rejected cell is listed as long as there is room, so it has to be added with its line. */
function askOf(reading: CellReading | null, tally: ColumnTally): number {
  if (reading === null) return asksNothing
  const { point, comma } = tally.numbers()
  if (reading.point === null && !point.isFull()) return asksAll
  if (comma !== null && reading.comma === null && !comma.isFull()) return asksAll
  const forPoint = reading.point === null ? asksNothing : asksPoint
  return comma === null || reading.comma === null ? forPoint : forPoint + asksComma
}
