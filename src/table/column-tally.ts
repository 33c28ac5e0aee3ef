import { type ColumnProfile, levelLimitOf, maxLevels } from './column-profile'
import { compareText } from './compare-text'
import { detachText } from './detach-text'
import { createDistinctTally, type SeenTexts } from './distinct-tally'
import { inferType, type DecimalEvidence, type TypeCounts } from './infer-types'
import { createNumberTally, type NumberCounts, type NumberTally } from './number-tally'
import type { NumberFormat } from './parse-number'
import { countPlainDecimals } from './plain-number'
import { createMarkTally, type MarkFacts } from './mark-tally'
import { createCellReader, readCell, type CellReading, type FixedFormat } from './read-cell'
import type { ColumnType } from './table'

/** Running facts of one column of text cells, under every type it may turn out to have. */
export type ColumnTally = {
  /** `n` cells of one text, 1 by default. */
  readonly addMissing: (text: string, n?: number) => void
  readonly add: (text: string, line: number) => CellReading
  /** Takes note of a text, and of the number that it is, whose cells are counted elsewhere. */
  readonly meet: (text: string) => void
  /**
   * For who counts equal cells by himself: `n` more cells of a text that was added before. What
   * depends on their order stays with him: see `NumberTally`.
   */
  readonly again: (reading: CellReading, text: string, n: number) => void
  /** The same of cells whose numbers were told to `numbers` already. */
  readonly count: (reading: CellReading, text: string, n: number) => void
  /** Under `,` null while it would equal that under `.`. */
  readonly numbers: () => { readonly point: NumberTally; readonly comma: NumberTally | null }
  /** True where further distinct texts change nothing. */
  readonly isOver: () => boolean
  /** Distinct texts so far, as far as they are counted. */
  readonly nDistinct: () => number
  readonly counts: () => TypeCounts
  readonly evidence: () => DecimalEvidence
  /** All that it knows, as plain data that may cross threads. */
  readonly read: () => TallyCounts
  /** Adds what follows, whose lines count from `nAbove` lines below the first. */
  readonly merge: (next: TallyCounts, nAbove: number) => void
  readonly finish: (decision: ColumnDecision) => ColumnProfile
  /** The group signs that the chosen decimal sign leaves, in a fixed order. */
  readonly groups: (decimal: '.' | ',') => string
  /** What was taken off numbers, and what else about them a person should know. */
  readonly marks: () => MarkFacts
}

export type TallyCounts = TypeCounts &
  DecimalEvidence & {
    readonly nMissing: number
    readonly nEmpty: number
    readonly nullTexts: readonly string[]
    readonly groupSigns: readonly string[]
    readonly marks: MarkFacts
    readonly distinct: SeenTexts
    readonly point: NumberCounts
    /** Null where it equals that under `.`. */
    readonly comma: NumberCounts | null
  }

export type ColumnDecision = {
  readonly name: string
  readonly type: ColumnType
  readonly decimal: NumberFormat['decimal']
}

/** Readings kept by text, so that a column of few words reads each of them once. */
const maxCached = 2000

/** `fixed` is what a person said of the numbers of the column. */
export function createColumnTally(fixed: FixedFormat | null = null): ColumnTally {
  const read = createCellReader(fixed)
  const marks = createMarkTally()
  const distinct = createDistinctTally()
  const cached = new Map<string, CellReading>()
  const groupsSeen = new Set<string>()
  const point = createNumberTally()
  // Made at the first cell whose two readings differ; until then it would equal `point`.
  let comma: NumberTally | null = null
  const nullTexts = new Set<string>()
  let nMissing = 0
  let nEmpty = 0
  let nPresent = 0
  let nPoint = 0
  let nComma = 0
  let pointOnly = 0
  let commaOnly = 0
  let nBoolean = 0
  let nDate = 0
  let hasDigitText = false

  /** Also counts the text as seen, once: what is cached has been counted. */
  const readingOf = (text: string): CellReading => {
    // A plain number is read faster than it is looked up.
    const isPlain = countPlainDecimals(text) >= 0
    const known = isPlain ? undefined : cached.get(text)
    if (known !== undefined) return known
    distinct.add(text)
    const reading = read(text)
    if (!isPlain && cached.size < maxCached && text.length <= 100)
      cached.set(detachText(text), reading)
    return reading
  }
  const tallyBoth = (reading: CellReading, line: number, text: string): void => {
    if (comma === null && reading.point !== reading.comma) comma = point.copy()
    if (reading.point === null) point.reject(line, text)
    else point.add(reading.point, reading.pointDecimals)
    if (comma === null) return
    if (reading.comma === null) comma.reject(line, text)
    else comma.add(reading.comma, reading.commaDecimals)
  }

  const addNullText = (text: string): void => {
    if (nullTexts.size < maxLevels) nullTexts.add(text)
  }

  const count = (reading: CellReading, text: string, n: number): void => {
    nPresent += n
    if (reading.marks !== null || reading.groups !== '') marks.add(reading, text, n)
    if (reading.point !== null) nPoint += n
    if (reading.comma !== null) nComma += n
    // What speaks for a sign does not depend on what was fixed: it counts for the other columns.
    const { point: withPoint, comma: withComma } = fixed === null ? reading : readCell(text)
    if (withPoint !== null && withComma === null) pointOnly += n
    if (withPoint === null && withComma !== null) commaOnly += n
    if (reading.isBoolean) nBoolean += n
    if (reading.isDate) nDate += n
    if (reading.isDigitText) hasDigitText = true
    if (reading.groups !== '') for (const sign of reading.groups) groupsSeen.add(sign)
  }

  const counts = () => ({ nPresent, nPoint, nComma, nBoolean, nDate, hasDigitText })
  const evidence = () => ({ pointOnly, commaOnly })

  return {
    addMissing: (text, n = 1) => {
      nMissing += n
      if (text === '') {
        nEmpty += n
        return
      }
      marks.addMissing(text, n)
      addNullText(text)
    },
    add: (text, line) => {
      const reading = readingOf(text)
      tallyBoth(reading, line, text)
      count(reading, text, 1)
      return reading
    },
    meet: (text) => {
      const reading = readingOf(text)
      if (reading.point !== null) point.meet(reading.point, reading.pointDecimals)
      if (reading.comma !== null) comma?.meet(reading.comma, reading.commaDecimals)
    },
    again: (reading, text, n) => {
      const { point: withPoint, comma: withComma } = reading
      if (withPoint === null) point.rejectAgain(n)
      else point.again(n)
      if (withComma === null) comma?.rejectAgain(n)
      else comma?.again(n)
      count(reading, text, n)
    },
    count,
    numbers: () => ({ point, comma }),
    isOver: distinct.isOver,
    nDistinct: distinct.size,
    counts,
    evidence,
    read: () => ({
      ...counts(),
      ...evidence(),
      nMissing,
      nEmpty,
      nullTexts: [...nullTexts],
      groupSigns: [...groupsSeen],
      marks: marks.read(),
      distinct: distinct.read(),
      point: point.read(),
      comma: comma?.read() ?? null,
    }),
    merge: (next, nAbove) => {
      nPresent += next.nPresent
      nPoint += next.nPoint
      nComma += next.nComma
      nBoolean += next.nBoolean
      nDate += next.nDate
      hasDigitText ||= next.hasDigitText
      pointOnly += next.pointOnly
      commaOnly += next.commaOnly
      nMissing += next.nMissing
      nEmpty += next.nEmpty
      for (const text of next.nullTexts) addNullText(text)
      for (const sign of next.groupSigns) groupsSeen.add(sign)
      marks.merge(next.marks)
      distinct.merge(next.distinct)
      if (comma !== null || next.comma !== null) {
        comma ??= point.copy()
        comma.merge(next.comma ?? next.point, nAbove)
      }
      point.merge(next.point, nAbove)
    },
    groups: (decimal) =>
      [',', '.', "'", ' '].filter((sign) => sign !== decimal && groupsSeen.has(sign)).join(''),
    marks: () => marks.read(),
    finish: ({ name, type, decimal }) => {
      const tally = decimal === ',' ? (comma ?? point) : point
      const numbers = type === 'number' ? tally.finish() : noNumbers
      const missing = { nMissing, nEmpty, nullTexts: [...nullTexts].toSorted(compareText) }
      const levels = distinct.finish(levelLimitOf(type, numbers.range))
      return { name, type, ...missing, ...levels, ...numbers }
    },
  }
}

const noNumbers = { range: null, histogram: [], nRejected: 0, rejected: [] } as const

/** The type of the column, unless it was chosen by hand. */
export function typeOf(tally: ColumnTally, chosen: ColumnType | undefined): ColumnType {
  return chosen ?? inferType(tally.counts())
}
