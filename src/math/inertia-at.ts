import type { Matrix } from './matrix'
import { squaredBetween } from './squared-between'

/** Sum of the squared distances of the rows to the centre of their label. */
export function inertiaAt(matrix: Matrix, centers: Float64Array, labels: Int32Array): number {
  let sum = 0
  for (let i = 0; i < matrix.nSamples; i++) sum += squaredBetween(matrix, i, centers, labels[i])
  return sum
}
