import { assertFinite } from './assert-finite'
import type { Matrix } from './matrix'

/**
 * The cheapest way to give every row a column of its own (Hungarian method, Kuhn 1955; here by
 * shortest augmenting paths, Jonker and Volgenant 1987; scipy `linear_sum_assignment`), in
 * O(n^2 m) for n the shorter side. With more rows than columns the dearest rows go without.
 * @returns per row its column, -1 for none.
 * @throws RangeError for a cost that is not finite.
 */
export function linearSumAssignment(costs: Matrix): Int32Array {
  assertFinite(costs, 'Assignment')
  const { nSamples, nFeatures } = costs
  if (nSamples > nFeatures) return assignEachRow(transposed(costs))
  return inverseOf(assignEachRow(costs), nSamples)
}

/** What rows and columns are worth: no cell costs less than the prices of its row and column. */
type Assignment = {
  readonly rowPrices: Float64Array
  readonly columnPrices: Float64Array
  /** -1 for a free column. */
  readonly rowOfColumn: Int32Array
}

/** Assigns the rows, which are not more than the columns, one by one; answers the row per column. */
function assignEachRow(costs: Matrix): Int32Array {
  const assignment = {
    rowPrices: new Float64Array(costs.nSamples),
    columnPrices: new Float64Array(costs.nFeatures),
    rowOfColumn: new Int32Array(costs.nFeatures).fill(-1),
  }
  for (let row = 0; row < costs.nSamples; row++) assignRow(row, costs, assignment)
  return assignment.rowOfColumn
}

/** Finds the cheapest way to a free column, on which assigned rows give way to one another. */
function assignRow(row: number, costs: Matrix, assignment: Assignment): void {
  const { rowOfColumn } = assignment
  const nColumns = costs.nFeatures
  const path = {
    lengths: new Float64Array(nColumns).fill(Infinity),
    before: new Int32Array(nColumns).fill(-1),
    isReached: new Uint8Array(nColumns),
  }
  let column = -1
  do {
    column = extendPath(path, { row, column, costs, assignment })
    path.isReached[column] = 1
  } while (rowOfColumn[column] !== -1)
  adjustPrices(row, { path, length: path.lengths[column], assignment })
  while (column !== -1) {
    const before = path.before[column]
    rowOfColumn[column] = before === -1 ? row : rowOfColumn[before]
    column = before
  }
}

type Path = {
  /** Of the cheapest way to each column, in costs less prices. */
  readonly lengths: Float64Array
  /** The column whose row would give way; -1 at the start. */
  readonly before: Int32Array
  readonly isReached: Uint8Array
}

type Step = {
  readonly row: number
  /** The column reached last, -1 at the start. */
  readonly column: number
  readonly costs: Matrix
  readonly assignment: Assignment
}

/** Goes on from the row of the column reached last; answers the nearest column not yet reached. */
function extendPath({ lengths, before, isReached }: Path, step: Step): number {
  const { column, costs, assignment } = step
  const row = column === -1 ? step.row : assignment.rowOfColumn[column]
  const soFar = (column === -1 ? 0 : lengths[column]) - assignment.rowPrices[row]
  let nearest = -1
  for (let j = 0; j < costs.nFeatures; j++) {
    if (isReached[j] === 1) continue
    const length = soFar + costs.X[row * costs.nFeatures + j] - assignment.columnPrices[j]
    if (length < lengths[j]) {
      lengths[j] = length
      before[j] = column
    }
    if (nearest === -1 || lengths[j] < lengths[nearest]) nearest = j
  }
  return nearest
}

/** Keeps every assigned cell at exactly the price of its row and column. */
function adjustPrices(
  row: number,
  {
    path,
    length,
    assignment,
  }: { readonly path: Path; readonly length: number; readonly assignment: Assignment },
): void {
  const { rowPrices, columnPrices, rowOfColumn } = assignment
  rowPrices[row] += length
  path.isReached.forEach((isReached, j) => {
    if (isReached === 0) return
    columnPrices[j] -= length - path.lengths[j]
    if (rowOfColumn[j] !== -1) rowPrices[rowOfColumn[j]] += length - path.lengths[j]
  })
}

function transposed({ X, nSamples, nFeatures }: Matrix): Matrix {
  const turned = X.map((_, at) => X[(at % nSamples) * nFeatures + Math.floor(at / nSamples)])
  return { X: turned, nSamples: nFeatures, nFeatures: nSamples }
}

function inverseOf(rowOfColumn: Int32Array, nRows: number): Int32Array {
  const columns = new Int32Array(nRows).fill(-1)
  rowOfColumn.forEach((row, column) => {
    if (row !== -1) columns[row] = column
  })
  return columns
}
