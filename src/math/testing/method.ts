import type { Matrix } from '../matrix'

/** What is compared with scikit-learn: one flat vector of a matrix, under the name of the reference. */
export type Method = {
  readonly name: string
  /** Largest relative error that counts as equal. */
  readonly tolerance: number
  readonly run: (matrix: Matrix, number: number) => ArrayLike<number>
}

export function method(name: string, run: Method['run'], tolerance = 1e-9): Method {
  return { name, tolerance, run }
}
