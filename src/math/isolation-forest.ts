import { pow } from './elementary/pow'
import { assertFinite } from './assert-finite'
import { averagePathLength } from './average-path-length'
import { growTree, maxNodesOf, type TreeNodes } from './isolation-tree'
import type { Matrix } from './matrix'
import { createRandom } from './random'

export type IsolationForestParams = {
  readonly nEstimators: number
  /** Rows a tree is grown on; all of them when there are fewer. */
  readonly maxSamples: number
  readonly randomState: number
}

/**
 * The nodes of all trees, one after the other. A node whose `feature` is -1 is a leaf and its
 * `value` the path length of a row that ends there; otherwise `value` is the threshold, rows at or
 * under it go to node `left`, the others to node `left + 1`.
 */
export type IsolationForest = TreeNodes & {
  readonly roots: Int32Array
  /** Average path length over `maxSamples` rows: the unit of the score. */
  readonly expectedPathLength: number
}

/**
 * Isolation forest (Liu, Ting and Zhou 2008; scikit-learn `IsolationForest`, with random numbers
 * of its own). Each tree has its own stream, so a tree depends on nothing but its number.
 * @throws RangeError on an empty matrix or a value that is not finite.
 */
export function fitIsolationForest(
  matrix: Matrix,
  { nEstimators, maxSamples, randomState }: IsolationForestParams,
): IsolationForest {
  if (matrix.nSamples === 0) throw new RangeError('An isolation forest needs at least one row.')
  assertFinite(matrix, 'An isolation forest')
  const sampleSize = Math.min(maxSamples, matrix.nSamples)
  const capacity = nEstimators * maxNodesOf(sampleSize)
  const nodes = emptyNodes(capacity)
  const roots = new Int32Array(nEstimators)
  const rows = new Int32Array(matrix.nSamples)
  let nNodes = 0
  for (let tree = 0; tree < nEstimators; tree++) {
    const random = createRandom(randomState, tree)
    for (let i = 0; i < rows.length; i++) rows[i] = i
    drawFirst(rows, sampleSize, random.nextInt)
    roots[tree] = nNodes
    nNodes = growTree(matrix, rows.subarray(0, sampleSize), { random, nodes, nNodes })
  }
  return {
    feature: nodes.feature.slice(0, nNodes),
    value: nodes.value.slice(0, nNodes),
    left: nodes.left.slice(0, nNodes),
    roots,
    expectedPathLength: averagePathLength(sampleSize),
  }
}

/**
 * -2^(-E[h] / c) for each row: from -1 to 0, higher is more normal (scikit-learn
 * `score_samples`). Rows that cannot be told apart all get -0.5.
 */
export function scoreSamples(model: IsolationForest, matrix: Matrix): Float64Array {
  const lengths = new Float64Array(matrix.nSamples)
  for (const root of model.roots) addPathLengths(model, matrix, { root, lengths })
  const unit = model.expectedPathLength * model.roots.length
  return lengths.map((length) => (unit > 0 ? -pow(2, -length / unit) : -0.5))
}

/** Tree by tree, so that one tree at a time stays in the processor's cache. */
function addPathLengths(
  { feature, value, left }: TreeNodes,
  { X, nSamples, nFeatures }: Matrix,
  { root, lengths }: { readonly root: number; readonly lengths: Float64Array },
): void {
  for (let i = 0; i < nSamples; i++) {
    const start = i * nFeatures
    let node = root
    while (feature[node] !== -1) {
      node = X[start + feature[node]] <= value[node] ? left[node] : left[node] + 1
    }
    lengths[i] += value[node]
  }
}

/** The head of a Fisher-Yates shuffle: the first `count` rows become a draw without replacement. */
function drawFirst(rows: Int32Array, count: number, nextInt: (n: number) => number): void {
  for (let i = 0; i < count; i++) {
    const j = i + nextInt(rows.length - i)
    const drawn = rows[j]
    rows[j] = rows[i]
    rows[i] = drawn
  }
}

function emptyNodes(capacity: number): TreeNodes {
  return {
    feature: new Int32Array(capacity).fill(-1),
    value: new Float64Array(capacity),
    left: new Int32Array(capacity),
  }
}
