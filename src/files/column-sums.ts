import { createNullTest, defaultNullTokens } from '../table/is-null-token'
import { readCell } from '../table/read-cell'

/** Sums of the number columns of a table, by which a total is told. */
export type ColumnSums = {
  /** Row number `n` of the table, from 1. */
  readonly see: (row: readonly string[], n: number) => void
  /** True where a row below `n` rows holds their sums: the last one, or half of them at least. */
  readonly areIn: (row: readonly string[], n: number) => boolean
  /** The last column that holds numbers in all rows that decide, once they have, or -1. */
  readonly lastColumn: () => number
}

/** So many rows decide which columns hold numbers. */
const nDeciding = 20
/** Of more columns the last ones are summed up. */
const maxColumns = 4

const isNull = createNullTest(defaultNullTokens)

type Sum = { readonly column: number; point: number; comma: number }

/** `sample`: the first rows, at least those that decide. */
export function createColumnSums(sample: readonly (readonly string[])[]): ColumnSums {
  let decided: readonly Sum[] = []
  let lastColumn = -1
  return {
    see: (row, n) => {
      if (n === nDeciding) {
        decided = sumsOf(sample)
        lastColumn = numberColumns(sample, false).at(-1) ?? -1
      } else if (n > nDeciding) for (const sum of decided) addTo(sum, row)
    },
    areIn: (row, n) => {
      const sums = n < nDeciding ? sumsOf(sample) : decided
      const filled = sums.filter(({ column }) => (row[column] ?? '').trim() !== '')
      const isIn = filled.map((sum) => holdsSum(row, sum))
      const nIn = isIn.filter(Boolean).length
      return nIn > 0 && ((isIn.at(-1) ?? false) || 2 * nIn >= filled.length)
    },
    lastColumn: () => lastColumn,
  }
}

function sumsOf(sample: readonly (readonly string[])[]): readonly Sum[] {
  const columns = numberColumns(sample, true).slice(-maxColumns)
  const sums = columns.map((column) => ({ column, point: 0, comma: 0 }))
  for (const sum of sums) for (const row of sample) addTo(sum, row)
  return sums
}

function numberColumns(sample: readonly (readonly string[])[], mayHaveGaps: boolean): number[] {
  return (sample[0] ?? []).flatMap((_, column) => {
    const cells = sample.map((row) => row[column] ?? '')
    const present = mayHaveGaps ? cells.filter((cell) => !isNull(cell)) : cells
    return present.length > 0 && present.every(isNumber) ? [column] : []
  })
}

function isNumber(cell: string): boolean {
  const { point, comma } = readCell(cell)
  return point !== null || comma !== null
}

function addTo(sum: Sum, row: readonly string[]): void {
  const text = row[sum.column] ?? ''
  const plain = text === '' ? 0 : Number(text)
  if (!Number.isNaN(plain)) {
    sum.point += plain
    sum.comma += plain
    return
  }
  const { point, comma } = readCell(text)
  sum.point += point ?? 0
  sum.comma += comma ?? 0
}

function holdsSum(row: readonly string[], sum: Sum): boolean {
  const { point, comma } = readCell(row[sum.column] ?? '')
  return isNear(point, sum.point) || isNear(comma, sum.comma)
}

/** Sums of rounded numbers are off by their roundings. */
function isNear(total: number | null, sum: number): boolean {
  return total !== null && sum !== 0 && Math.abs(total - sum) <= 1e-4 * Math.abs(sum)
}
