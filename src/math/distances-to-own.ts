import { rowOf, type Matrix } from './matrix'
import { distanceBetween } from './squared-distances'

/** Euclidean distance of each row to the centre of its label; NaN for label -1. */
export function distancesToOwn(matrix: Matrix, labels: Int32Array, centers: Matrix): Float64Array {
  return Float64Array.from(labels, (label, i) =>
    label < 0 ? NaN : distanceBetween(rowOf(matrix, i), rowOf(centers, label)),
  )
}
