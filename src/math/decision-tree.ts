import { type DenseRanks, denseRanks } from './dense-ranks'
import { type GiniSplit, giniSplit, keysFor, type SplitSearch } from './gini-split'
import type { Matrix } from './matrix'
import type { Random } from './random'

/**
 * Nodes from the root on. Where `feature` is not -1, rows at or under `threshold` go to node `left`,
 * the others to `left + 1`; a leaf has -1, and `left` is its row in `shares`.
 */
export type DecisionTree = {
  readonly feature: Int32Array
  readonly threshold: Float64Array
  readonly left: Int32Array
  /** Leaves x nClasses, row-major: the share of each class among the rows that made the leaf. */
  readonly shares: Float64Array
  readonly nClasses: number
}

export type Growth = {
  readonly nClasses: number
  /** Columns that vary which a cut is chosen from, drawn anew for every node; null: all columns. */
  readonly draw: { readonly random: Random; readonly maxFeatures: number } | null
}

/**
 * A classification tree that is grown until every leaf is of one class or cannot be cut (CART with
 * Gini impurity; scikit-learn `DecisionTreeClassifier`, but on doubles, and ties go to the first column,
 * then the lowest threshold).
 * @throws RangeError on an empty matrix or a value that is not finite.
 */
export function fitDecisionTree(
  matrix: Matrix,
  labels: Int32Array,
  nClasses: number,
): DecisionTree {
  if (matrix.nSamples === 0) throw new RangeError('A decision tree needs at least one row.')
  const rows = Int32Array.from(labels, (_, row) => row)
  return growDecisionTree(denseRanks(matrix), labels, { rows, nClasses, draw: null })
}

/** The same on ranks that several trees share, of `rows` (reordered in place; may hold a row twice). */
export function growDecisionTree(
  ranked: DenseRanks,
  labels: Int32Array,
  { rows, nClasses, draw }: Growth & { readonly rows: Int32Array },
): DecisionTree {
  const search = { ranked, labels, nClasses, keys: keysFor(rows.length, ranked, nClasses) }
  const [feature, threshold, left, shares]: number[][] = [[], [], [], []]
  const columns = Int32Array.from(ranked.values, (_, j) => j)
  // An explicit stack of (node, start, end): no recursion, a tree may be as deep as it has rows.
  const stack = [0, 0, rows.length]
  let nNodes = 1
  while (stack.length > 0) {
    const [node, start, end] = stack.splice(-3)
    const members = rows.subarray(start, end)
    const split = isPure(labels, members) ? null : chooseSplit(search, members, { columns, draw })
    feature[node] = split?.feature ?? -1
    threshold[node] = split?.threshold ?? 0
    if (split === null) {
      left[node] = shares.length / nClasses
      pushShares(shares, { labels, members, nClasses })
      continue
    }
    left[node] = nNodes
    const middle = start + partition(ranked, members, split)
    stack.push(nNodes + 1, middle, end, nNodes, start, middle)
    nNodes += 2
  }
  return {
    feature: Int32Array.from(feature),
    threshold: Float64Array.from(threshold),
    left: Int32Array.from(left),
    shares: Float64Array.from(shares),
    nClasses,
  }
}

/** Adds the class shares of the leaf of each row to `sums` (rows x nClasses, row-major). */
export function addClassShares(tree: DecisionTree, matrix: Matrix, sums: Float64Array): void {
  const { feature, threshold, left, shares, nClasses } = tree
  const { X, nSamples, nFeatures } = matrix
  for (let i = 0; i < nSamples; i++) {
    let node = 0
    while (feature[node] !== -1) {
      node = X[i * nFeatures + feature[node]] <= threshold[node] ? left[node] : left[node] + 1
    }
    const leaf = left[node] * nClasses
    for (let c = 0; c < nClasses; c++) sums[i * nClasses + c] += shares[leaf + c]
  }
}

function isPure(labels: Int32Array, rows: Int32Array): boolean {
  for (let i = 1; i < rows.length; i++) if (labels[rows[i]] !== labels[rows[0]]) return false
  return true
}

type Choice = { readonly columns: Int32Array; readonly draw: Growth['draw'] }

/** The best cut of all columns, or of the first `maxFeatures` drawn ones that vary. */
function chooseSplit(search: SplitSearch, rows: Int32Array, { columns, draw }: Choice) {
  let best: GiniSplit | null = null
  let nVarying = 0
  for (let remaining = columns.length; remaining > 0; remaining--) {
    if (draw !== null && nVarying === draw.maxFeatures) break
    const drawn = draw === null ? columns.length - remaining : draw.random.nextInt(remaining)
    const column = columns[drawn]
    if (draw !== null) {
      columns[drawn] = columns[remaining - 1]
      columns[remaining - 1] = column
    }
    const split = giniSplit(search, rows, column)
    if (split === null) continue
    nVarying += 1
    if (best === null || isBetter(split, best)) best = split
  }
  return best
}

function isBetter(split: GiniSplit, best: GiniSplit): boolean {
  if (split.decrease !== best.decrease) return split.decrease > best.decrease
  return split.feature < best.feature
}

/** Moves the rows at or under the threshold to the front and returns their number. */
function partition(
  ranked: DenseRanks,
  rows: Int32Array,
  { feature, threshold }: GiniSplit,
): number {
  const { ranks, nSamples } = ranked
  const values = ranked.values[feature]
  let middle = 0
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]
    if (values[ranks[feature * nSamples + row]] > threshold) continue
    rows[i] = rows[middle]
    rows[middle++] = row
  }
  return middle
}

type Leaf = {
  readonly labels: Int32Array
  readonly members: Int32Array
  readonly nClasses: number
}

function pushShares(shares: number[], { labels, members, nClasses }: Leaf): void {
  const counts = new Int32Array(nClasses)
  for (let i = 0; i < members.length; i++) counts[labels[members[i]]] += 1
  for (const count of counts) shares.push(count / members.length)
}
