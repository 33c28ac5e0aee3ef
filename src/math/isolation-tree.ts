import { averagePathLength } from './average-path-length'
import { exponentOf } from './elementary/power-of-two'
import type { Matrix } from './matrix'
import type { Random } from './random'

export type TreeNodes = {
  readonly feature: Int32Array
  readonly value: Float64Array
  readonly left: Int32Array
}

type Growth = { readonly random: Random; readonly nodes: TreeNodes; readonly nNodes: number }

/** A binary tree whose leaves hold at least one row each has at most this many nodes. */
export function maxNodesOf(nRows: number): number {
  return 2 * nRows - 1
}

/**
 * Grows one isolation tree over `rows` (reordered in place) and appends it to `nodes` from index
 * `nNodes` on, where its root is. A node is split at a uniform threshold on a uniform feature among
 * those that vary in it, down to the depth ceil(log2(rows)).
 * @returns the number of nodes afterwards.
 */
export function growTree(matrix: Matrix, rows: Int32Array, growth: Growth): number {
  const { random, nodes } = growth
  const maxDepth = levelsFor(rows.length)
  const features = Int32Array.from({ length: matrix.nFeatures }, (_, j) => j)
  // An explicit stack of (node, start, end, depth): no objects and no recursion.
  const stack = [growth.nNodes, 0, rows.length, 0]
  let nNodes = growth.nNodes + 1
  while (stack.length > 0) {
    const [node, start, end, depth] = stack.splice(-4)
    const members = rows.subarray(start, end)
    const split = depth < maxDepth ? drawSplit(matrix, members, { features, random }) : null
    if (split === null) {
      nodes.value[node] = depth + averagePathLength(members.length)
      continue
    }
    nodes.feature[node] = split.feature
    nodes.value[node] = split.threshold
    nodes.left[node] = nNodes
    const middle = start + partition(matrix, members, split)
    stack.push(nNodes + 1, middle, end, depth + 1, nNodes, start, middle, depth + 1)
    nNodes += 2
  }
  return nNodes
}

/** ceil(log2(rows)), at least 1. */
function levelsFor(nRows: number): number {
  return nRows <= 2 ? 1 : exponentOf(nRows - 1) + 1
}

type Split = { readonly feature: number; readonly threshold: number }

/** Draws features without replacement until one varies; null when every row is the same. */
function drawSplit(
  matrix: Matrix,
  rows: Int32Array,
  { features, random }: { readonly features: Int32Array; readonly random: Random },
): Split | null {
  if (rows.length < 2) return null
  for (let left = features.length; left > 0; left--) {
    const drawn = random.nextInt(left)
    const feature = features[drawn]
    features[drawn] = features[left - 1]
    features[left - 1] = feature
    const { min, max } = extentIn(matrix, rows, feature)
    if (min === max) continue
    const share = random.next()
    const threshold = min * (1 - share) + max * share
    // Rounding may reach max, and would leave the right side empty.
    return { feature, threshold: threshold < max ? Math.max(min, threshold) : min }
  }
  return null
}

function extentIn({ X, nFeatures }: Matrix, rows: Int32Array, feature: number) {
  let min = X[rows[0] * nFeatures + feature]
  let max = min
  for (let i = 1; i < rows.length; i++) {
    const value = X[rows[i] * nFeatures + feature]
    if (value < min) min = value
    else if (value > max) max = value
  }
  return { min, max }
}

/** Moves the rows at or under the threshold to the front and returns their number. */
function partition({ X, nFeatures }: Matrix, rows: Int32Array, split: Split): number {
  let middle = 0
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]
    if (X[row * nFeatures + split.feature] > split.threshold) continue
    rows[i] = rows[middle]
    rows[middle++] = row
  }
  return middle
}
