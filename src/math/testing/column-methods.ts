import { countDistinctRows } from '../count-distinct-rows'
import { denseRanks } from '../dense-ranks'
import { etaSquared } from '../eta-squared'
import { extent } from '../extent'
import { columnOf, type Matrix } from '../matrix'
import { mean } from '../mean'
import { median } from '../median'
import { mode } from '../mode'
import { pearson } from '../pearson'
import { quantile } from '../quantile'
import { ranks } from '../ranks'
import { skewness } from '../skewness'
import { spearman } from '../spearman'
import { standardDeviation } from '../standard-deviation'
import { standardize } from '../standardize'
import { variance } from '../variance'
import { madeLabels } from './made-matrix'
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
  method('standard deviation', (matrix) => ofColumns(matrix, standardDeviation)),
  method('z-scores', (matrix) =>
    columnsOf(matrix).flatMap((column) => Array.from(standardize(column) ?? [])),
  ),
  method('extent', (matrix) => [
    ...ofColumns(matrix, (column) => extent(column).min),
    ...ofColumns(matrix, (column) => extent(column).max),
  ]),
  method('mode', (matrix) => ofColumns(matrix, mode)),
  method('dense ranks', (matrix) => denseRanks(matrix).ranks),
  method('number of distinct rows', (matrix) =>
    columnsOf(matrix).map((_, j) => countDistinctRows(firstColumns(matrix, j + 1))),
  ),
  method('eta squared', (matrix, number) =>
    ofColumns(matrix, (column) => etaSquared(column, madeLabels(number, column.length))),
  ),
]

function columnsOf(matrix: Matrix): readonly Float64Array[] {
  return Array.from({ length: matrix.nFeatures }, (_, j) => columnOf(matrix, j))
}

function ofColumns(matrix: Matrix, run: (column: Float64Array) => number): number[] {
  return columnsOf(matrix).map(run)
}

function firstColumns({ X, nSamples, nFeatures }: Matrix, count: number): Matrix {
  const kept = X.filter((_, cell) => cell % nFeatures < count)
  return { X: kept, nSamples, nFeatures: count }
}

/** Of each column with the next. */
function ofPairs(matrix: Matrix, run: (a: Float64Array, b: Float64Array) => number): number[] {
  const columns = columnsOf(matrix)
  return columns.slice(1).map((column, j) => run(columns[j], column))
}
