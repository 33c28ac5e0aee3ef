import { columnOf, type Matrix } from '../matrix'
import { mean } from '../mean'
import { median } from '../median'
import { pearson } from '../pearson'
import { quantile } from '../quantile'
import { ranks } from '../ranks'
import { skewness } from '../skewness'
import { spearman } from '../spearman'
import { variance } from '../variance'
import { method } from './method'

const shares = [0, 0.05, 0.25, 0.5, 0.75, 0.9, 1]

/** Statistics of columns and of pairs of columns. */
export const columnMethods = [
  method('quantile', (matrix) => shares.flatMap((q) => ofColumns(matrix, (v) => quantile(v, q)))),
  method('mean', (matrix) => ofColumns(matrix, mean)),
  method('median', (matrix) => ofColumns(matrix, median)),
  method('variance', (matrix) => ofColumns(matrix, variance)),
  method('skewness', (matrix) => ofColumns(matrix, skewness)),
  method('ranks', (matrix) => columnsOf(matrix).flatMap((column) => Array.from(ranks(column)))),
  method('pearson', (matrix) => ofPairs(matrix, (a, b) => pearson(a, b).r)),
  method('spearman', (matrix) => ofPairs(matrix, (a, b) => spearman(a, b).r)),
]

function columnsOf(matrix: Matrix): readonly Float64Array[] {
  return Array.from({ length: matrix.nFeatures }, (_, j) => columnOf(matrix, j))
}

function ofColumns(matrix: Matrix, run: (column: Float64Array) => number): number[] {
  return columnsOf(matrix).map(run)
}

/** Of each column with the next. */
function ofPairs(matrix: Matrix, run: (a: Float64Array, b: Float64Array) => number): number[] {
  const columns = columnsOf(matrix)
  return columns.slice(1).map((column, j) => run(columns[j], column))
}
