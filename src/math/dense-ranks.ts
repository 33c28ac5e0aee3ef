import type { Matrix } from './matrix'

/**
 * A matrix as ranks: equal cells of a column have equal ranks, from 0, without gaps. What only
 * compares cells, such as a tree, sorts whole numbers instead of doubles.
 */
export type DenseRanks = {
  /** Column by column: the rank of row i in column j is at `j * nSamples + i`. */
  readonly ranks: Int32Array
  /** Per column its distinct values, ascending: `values[j][rank]`. */
  readonly values: readonly Float64Array[]
  readonly nSamples: number
}

/**
 * The ranks of all cells: of any size, for nothing is computed with them.
 * @throws RangeError on a cell that is not finite.
 */
export function denseRanks({ X, nSamples, nFeatures }: Matrix): DenseRanks {
  const gap = X.findIndex((cell) => !Number.isFinite(cell))
  if (gap !== -1) {
    const place = `row ${Math.floor(gap / nFeatures)}, column ${gap % nFeatures}`
    throw new RangeError(`Ranks need finite cells; ${place} is ${X[gap]}. Impute first.`)
  }
  const ranks = new Int32Array(nSamples * nFeatures)
  const values: Float64Array[] = []
  for (let j = 0; j < nFeatures; j++) {
    // Adding 0 makes -0 the same as 0, which sorting would put apart.
    const cells = Float64Array.from({ length: nSamples }, (_, i) => X[i * nFeatures + j] + 0)
    const distinct = distinctOf(cells)
    for (let i = 0; i < nSamples; i++) ranks[j * nSamples + i] = indexIn(distinct, cells[i])
    values.push(distinct)
  }
  return { ranks, values, nSamples }
}

function distinctOf(cells: Float64Array): Float64Array {
  return cells.toSorted().filter((cell, i, sorted) => i === 0 || cell !== sorted[i - 1])
}

/** Where a value is among ascending ones that hold it. */
function indexIn(values: Float64Array, value: number): number {
  let low = 0
  let high = values.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (values[middle] < value) low = middle + 1
    else high = middle
  }
  return low
}
