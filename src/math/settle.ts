import { runLloyd, type LloydFit, type LloydOptions } from './lloyd'
import type { Matrix } from './matrix'
import { transferRows } from './transfer-rows'

/**
 * Lloyd's iteration, then transfers of single rows where it rests: a lower or equal inertia, and
 * still every row nearest to its own centre. `rows` is `matrix` as ml-kmeans reads it.
 */
export function settle(matrix: Matrix, rows: number[][], options: LloydOptions): LloydFit {
  const fit = runLloyd(matrix, rows, options)
  if (fit.inertia === 0) return fit
  const { centers, nMoved } = transferRows(matrix, fit.labels)
  if (nMoved === 0) return fit
  return runLloyd(matrix, rows, { ...options, init: centers })
}
