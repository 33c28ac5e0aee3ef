import type { Matrix } from './matrix'
import type { Random } from './random'

export type ImportanceParams = {
  /** Columns that are shuffled together, as those that one text column became. */
  readonly groups: readonly Int32Array[]
  /** How good a model is on these rows, larger is better. */
  readonly score: (matrix: Matrix) => number
  readonly nRepeats: number
  readonly random: Random
}

/**
 * By how much the score falls, on average over the repeats, when the cells of a group are shuffled
 * over the rows: one value a group, about 0 where the model gains nothing by it, below 0 by chance
 * (Breiman 2001; scikit-learn `permutation_importance`). Of rows that the model has not seen.
 */
export function permutationImportance(
  matrix: Matrix,
  { groups, score, nRepeats, random }: ImportanceParams,
): Float64Array {
  const whole = score(matrix)
  return Float64Array.from(groups, (columns) => {
    let sum = 0
    for (let repeat = 0; repeat < nRepeats; repeat++)
      sum += whole - score(withShuffled(matrix, columns, random))
    return sum / nRepeats
  })
}

/** A copy in which the given columns come from other rows, all from the same one. */
function withShuffled(matrix: Matrix, columns: Int32Array, random: Random): Matrix {
  const { X, nSamples, nFeatures } = matrix
  const shuffled = X.slice()
  for (let i = nSamples - 1; i > 0; i--) {
    const [a, b] = [i * nFeatures, random.nextInt(i + 1) * nFeatures]
    for (const j of columns) {
      const cell = shuffled[a + j]
      shuffled[a + j] = shuffled[b + j]
      shuffled[b + j] = cell
    }
  }
  return { X: shuffled, nSamples, nFeatures }
}
