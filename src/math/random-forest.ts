import { addClassShares, type DecisionTree, growDecisionTree } from './decision-tree'
import { denseRanks } from './dense-ranks'
import type { Matrix } from './matrix'
import { createRandom } from './random'

export type RandomForestParams = {
  readonly nClasses: number
  readonly nEstimators: number
  readonly randomState: number
  /** Trees draw from this stream on, one each: several forests of one state use different ones. */
  readonly firstStream: number
  /** Rows drawn for a tree, with replacement; as many as there are when there are fewer. */
  readonly maxSamples: number
}

export type RandomForest = {
  readonly trees: readonly DecisionTree[]
  readonly nClasses: number
}

/**
 * Random forest (Breiman 2001; scikit-learn `RandomForestClassifier`, with random numbers of its
 * own): every tree is grown on rows drawn with replacement, every cut chosen from sqrt(nFeatures)
 * columns. Labels are 0 .. nClasses - 1; a class may have no row. A tree has its own stream, so it
 * depends on nothing but its number.
 * @throws RangeError on an empty matrix or a value that is not finite.
 */
export function fitRandomForest(
  matrix: Matrix,
  labels: Int32Array,
  { nClasses, nEstimators, randomState, firstStream, maxSamples }: RandomForestParams,
): RandomForest {
  const { nSamples, nFeatures } = matrix
  if (nSamples === 0) throw new RangeError('A random forest needs at least one row.')
  const ranked = denseRanks(matrix)
  const maxFeatures = Math.max(1, Math.floor(Math.sqrt(nFeatures)))
  const trees = Array.from({ length: nEstimators }, (_, tree) => {
    const random = createRandom(randomState, firstStream + tree)
    const rows = new Int32Array(Math.min(maxSamples, nSamples))
    for (let i = 0; i < rows.length; i++) rows[i] = random.nextInt(nSamples)
    return growDecisionTree(ranked, labels, { rows, nClasses, draw: { random, maxFeatures } })
  })
  return { trees, nClasses }
}

/** The mean share of each class over all trees: rows x nClasses, row-major (`predict_proba`). */
export function classShares({ trees, nClasses }: RandomForest, matrix: Matrix): Float64Array {
  const sums = new Float64Array(matrix.nSamples * nClasses)
  for (const tree of trees) addClassShares(tree, matrix, sums)
  return sums.map((sum) => sum / trees.length)
}

/** The class of each row with the largest mean share; ties to the lowest class. */
export function predictClasses(model: RandomForest, matrix: Matrix): Int32Array {
  const { nClasses } = model
  const shares = classShares(model, matrix)
  return Int32Array.from({ length: matrix.nSamples }, (_, row) => {
    let best = 0
    for (let c = 1; c < nClasses; c++)
      if (shares[row * nClasses + c] > shares[row * nClasses + best]) best = c
    return best
  })
}
