import type { PreviewColumn } from './value-preview.model'

export type ColumnBar = { readonly label: string; readonly value: number }

const nBins = 16
/** Rows that a shape is drawn of: evenly picked, so that a long column never holds up the page. */
const mostRows = 20_000

/** How the numbers of a column spread: counts in equal bins; none where there is no number. */
export function histogramOf(
  column: PreviewColumn,
  nRows: number,
  format: (value: number) => string,
): readonly ColumnBar[] {
  const values = pickedNumbers(column, nRows)
  const { min, max } = rangeOf(values)
  if (values.length === 0) return []
  if (min === max) return [{ label: format(min), value: values.length }]
  const width = (max - min) / nBins
  const counts = Array.from({ length: nBins }, () => 0)
  for (const value of values) {
    const bin = Math.min(nBins - 1, Math.floor((value - min) / width))
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  return counts.map((value, bin) => ({
    label: `${format(min + bin * width)} to ${format(min + (bin + 1) * width)}`,
    value,
  }))
}

/** Mean and standard deviation of a column, to tint its cells; over the same picked rows. */
export function spreadOf(column: PreviewColumn, nRows: number) {
  const values = pickedNumbers(column, nRows)
  const n = Math.max(1, values.length)
  const mean = values.reduce((sum, value) => sum + value, 0) / n
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n
  return { mean, deviation: Math.sqrt(variance) }
}

/** The bin (0 to 8, 4 the middle) of a value: half a standard deviation each. */
export function tintOf(value: number, { mean, deviation }: ReturnType<typeof spreadOf>): number {
  if (deviation === 0 || !Number.isFinite(value)) return 4
  return Math.min(8, Math.max(0, Math.round(4 + (2 * (value - mean)) / deviation)))
}

/** One bar per row of a short table, named by another column: scores by k. */
export function seriesOf(
  column: PreviewColumn,
  names: PreviewColumn,
  nRows: number,
): readonly ColumnBar[] {
  return Array.from({ length: nRows }, (_, row) => row).flatMap((row) => {
    const value = column.at(row)
    return typeof value === 'number' && Number.isFinite(value)
      ? [{ label: `${names.name} ${names.at(row) ?? ''}`, value }]
      : []
  })
}

function pickedNumbers(column: PreviewColumn, nRows: number): readonly number[] {
  const step = Math.max(1, Math.ceil(nRows / mostRows))
  const values: number[] = []
  for (let row = 0; row < nRows; row += step) {
    const value = column.at(row)
    if (typeof value === 'number' && Number.isFinite(value)) values.push(value)
  }
  return values
}

function rangeOf(values: readonly number[]) {
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values) {
    if (value < min) min = value
    if (value > max) max = value
  }
  return { min, max }
}
