import { readCell } from '../table/read-cell'
import { isValue } from './is-value'
import type { RowBatch } from './read-rows'

/** Tells a total or a note below the table from a row of it. */
export type FooterTest = {
  readonly see: (row: readonly string[]) => void
  /** True where row `i` and all rows below it are no rows of the table. */
  readonly isFooter: (batch: RowBatch, i: number, isApart: (i: number) => boolean) => boolean
  /** `n` more rows that were looked at elsewhere, in a table too long to be summed up. */
  readonly pass: (n: number) => void
  readonly isLong: () => boolean
  /** The last column that holds numbers in all rows so far looked at, or -1. */
  readonly numberColumn: () => number
}

/** So many rows decide which column holds numbers. */
const nDeciding = 20
const maxFooter = 6
/** Longer tables are not summed up: their total must show otherwise. */
const maxSummed = 100_000

/** `sample`: the first data rows, kept by the caller. */
export function createFooterTest(sample: readonly (readonly string[])[]): FooterTest {
  let column = -1
  let nSeen = 0
  let sumPoint = 0
  let sumComma = 0

  const addToSum = (row: readonly string[]): void => {
    const text = row[column] ?? ''
    const plain = text === '' ? 0 : Number(text)
    if (!Number.isNaN(plain)) {
      sumPoint += plain
      sumComma += plain
      return
    }
    const { point, comma } = readCell(text)
    sumPoint += point ?? 0
    sumComma += comma ?? 0
  }
  const decideColumn = (): void => {
    if (column !== -1) return
    const isNumber = (k: number): boolean =>
      sample.every((row) => {
        const { point, comma } = readCell(row[k] ?? '')
        return point !== null || comma !== null
      })
    column = (sample[0] ?? []).findLastIndex((_, k) => isNumber(k))
    if (column !== -1) sample.forEach(addToSum)
  }

  /** The row says total, and its cells bear it out: a store may be called Total. */
  const isTotal = (row: readonly string[], isApart: boolean): boolean => {
    const place = row.findIndex((cell) => cell.trim() !== '')
    if (place === -1 || row.length < 2 || !isTotalWord(row[place])) return false
    if (isApart) return true
    if (sample.length > 1 && sample.every((known) => isValue(known[place] ?? ''))) return true
    if (nSeen > maxSummed) return false
    decideColumn()
    const { point, comma } = readCell(row[column] ?? '')
    return isNear(point, sumPoint) || isNear(comma, sumComma)
  }
  const isNote = (row: readonly string[], isApart: boolean): boolean => {
    const text = row[0].trim()
    if (row.length !== 1 || sample[0].length < 2 || isValue(text)) return false
    return noteStart.test(text) || (isApart && text.includes(' '))
  }

  return {
    see: (row) => {
      nSeen++
      if (column !== -1 && nSeen > nDeciding && nSeen <= maxSummed) addToSum(row)
      if (nSeen === nDeciding) decideColumn()
    },
    isFooter: ({ rows }, i, isApart) => {
      if (rows.length - i > maxFooter) return false
      const isOut = (row: readonly string[], k: number): boolean =>
        isTotal(row, isApart(i + k)) || isNote(row, isApart(i + k))
      const tail = rows.slice(i)
      if (tail[0].every((cell) => cell === '') && tail.length > 1)
        return tail.slice(1).every((row, k) => isOut(row, k + 1))
      return tail.every(isOut)
    },
    pass: (n) => {
      nSeen += n
    },
    isLong: () => nSeen > maxSummed,
    numberColumn: () => column,
  }
}

/** Sums of rounded numbers are off by their roundings. */
function isNear(total: number | null, sum: number): boolean {
  return total !== null && sum !== 0 && Math.abs(total - sum) <= 1e-4 * Math.abs(sum)
}

const totalWords = new Set(
  (
    'total|totals|grand total|sum|sum total|overall|subtotal|summe|gesamt|gesamtsumme|insgesamt|' +
    'totaal|totale|total général|somme|suma|razem|totalt|итого|всего|合計|総計|总计|合计|합계'
  ).split('|'),
)

function isTotalWord(text: string): boolean {
  return totalWords.has(text.trim().replace(/\s*:$/, '').toLowerCase())
}

const noteStart =
  /^(#|\/\/|--|note\b|notes\b|source\b|quelle\b|generated\b|total rows?\b|\(\d+ rows?)/i
