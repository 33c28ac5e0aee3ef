import { type ColumnProfile, maxLevels } from './column-profile'
import { compareText } from './compare-text'
import { detachText } from './detach-text'
import { createDistinctTally } from './distinct-tally'
import { inferType, type DecimalEvidence, type TypeCounts } from './infer-types'
import { createNumberTally, type NumberTally } from './number-tally'
import type { NumberFormat } from './parse-number'
import { countPlainDecimals } from './plain-number'
import { readCell, type CellReading } from './read-cell'
import type { ColumnType } from './table'

/** Running facts of one column of text cells, under every type it may turn out to have. */
export type ColumnTally = {
  readonly addMissing: (text: string) => void
  readonly add: (text: string, line: number) => void
  readonly counts: () => TypeCounts
  readonly evidence: () => DecimalEvidence
  readonly finish: (decision: ColumnDecision) => ColumnProfile
  /** The group signs that the chosen decimal sign leaves, in a fixed order. */
  readonly groups: (decimal: '.' | ',') => string
}

export type ColumnDecision = {
  readonly name: string
  readonly type: ColumnType
  readonly decimal: NumberFormat['decimal']
}

/** Readings kept by text, so that a column of few words reads each of them once. */
const maxCached = 2000
/** So many cells that only `.` can read, and none that only `,` can: the other reading is given up. */
const nCertain = 100

export function createColumnTally(): ColumnTally {
  const distinct = createDistinctTally()
  const cached = new Map<string, CellReading>()
  const groupsSeen = new Set<string>()
  const point = createNumberTally()
  // Made at the first cell whose two readings differ; until then it would equal `point`.
  let comma: NumberTally | null = null
  let isCommaOpen = true
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
    const reading = readCell(text)
    if (!isPlain && cached.size < maxCached && text.length <= 100)
      cached.set(detachText(text), reading)
    return reading
  }
  const tallyBoth = (reading: CellReading, line: number, text: string): void => {
    if (isCommaOpen && comma === null && reading.point !== reading.comma) comma = point.copy()
    if (reading.point === null) point.reject(line, text)
    else point.add(reading.point, reading.pointDecimals)
    if (comma === null) return
    if (reading.comma === null) comma.reject(line, text)
    else comma.add(reading.comma, reading.commaDecimals)
  }

  return {
    addMissing: (text) => {
      nMissing++
      if (text === '') nEmpty++
      else if (nullTexts.size < maxLevels) nullTexts.add(text)
    },
    add: (text, line) => {
      nPresent++
      const reading = readingOf(text)
      tallyBoth(reading, line, text)
      if (reading.point !== null) nPoint++
      if (reading.comma !== null) nComma++
      if (reading.point !== null && reading.comma === null) pointOnly++
      if (reading.point === null && reading.comma !== null) commaOnly++
      if (reading.isBoolean) nBoolean++
      if (reading.isDate) nDate++
      if (reading.isDigitText) hasDigitText = true
      if (reading.groups !== '') for (const sign of reading.groups) groupsSeen.add(sign)
      if (pointOnly === nCertain && commaOnly === 0) {
        comma = null
        isCommaOpen = false
      }
    },
    counts: () => ({ nPresent, nPoint, nComma, nBoolean, nDate, hasDigitText }),
    evidence: () => ({ pointOnly, commaOnly }),
    groups: (decimal) =>
      [',', '.', "'", ' '].filter((sign) => sign !== decimal && groupsSeen.has(sign)).join(''),
    finish: ({ name, type, decimal }) => {
      const tally = decimal === ',' ? (comma ?? point) : point
      const numbers = type === 'number' ? tally.finish() : noNumbers
      const missing = { nMissing, nEmpty, nullTexts: [...nullTexts].toSorted(compareText) }
      return { name, type, ...missing, ...distinct.finish(), ...numbers }
    },
  }
}

const noNumbers = { range: null, histogram: [], nRejected: 0, rejected: [] } as const

/** The type of the column, unless it was chosen by hand. */
export function typeOf(tally: ColumnTally, chosen: ColumnType | undefined): ColumnType {
  return chosen ?? inferType(tally.counts())
}
