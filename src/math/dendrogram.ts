/** Which clusters of n rows join, the lowest join first. */
export type Dendrogram = {
  readonly nSamples: number
  /**
   * Two numbers a merge, the smaller first: a row, or n + m for the cluster that merge m made, as in
   * scikit-learn's `children_`.
   */
  readonly children: Int32Array
  /** Distance at which each merge happens, never falling (`distances_`). */
  readonly heights: Float64Array
  /** Rows under each merge. */
  readonly sizes: Int32Array
}

/** Merges in any order: merge m joins the clusters that rows `left[m]` and `right[m]` are in. */
export type Merges = {
  readonly left: Int32Array
  readonly right: Int32Array
  readonly heights: Float64Array
}

/** Sorts merges by height, the earlier first on a tie, and numbers the clusters that they make. */
export function dendrogramOf({ left, right, heights }: Merges): Dendrogram {
  const nMerges = heights.length
  const nSamples = nMerges + 1
  const order = Int32Array.from(heights.keys()).sort((a, b) => heights[a] - heights[b] || a - b)
  const find = createForest(nSamples + nMerges)
  const children = new Int32Array(2 * nMerges)
  const sizes = new Int32Array(nMerges)
  const sizeOf = (node: number) => (node < nSamples ? 1 : sizes[node - nSamples])
  order.forEach((m, at) => {
    const [a, b] = [find.root(left[m]), find.root(right[m])]
    children[2 * at] = Math.min(a, b)
    children[2 * at + 1] = Math.max(a, b)
    sizes[at] = sizeOf(a) + sizeOf(b)
    find.hang(a, nSamples + at)
    find.hang(b, nSamples + at)
  })
  return { nSamples, children, heights: Float64Array.from(order, (m) => heights[m]), sizes }
}

/**
 * The partition into `nClusters` (at most nSamples) that is left when the highest merges are undone
 * (scikit-learn `AgglomerativeClustering`); clusters are numbered by their first row.
 */
export function cutDendrogram(dendrogram: Dendrogram, nClusters: number): Int32Array {
  const { nSamples, children } = dendrogram
  const nKept = Math.max(0, nSamples - nClusters)
  const find = createForest(nSamples + nKept)
  for (let m = 0; m < nKept; m++) {
    find.hang(children[2 * m], nSamples + m)
    find.hang(children[2 * m + 1], nSamples + m)
  }
  const numbers = new Map<number, number>()
  return Int32Array.from({ length: nSamples }, (_, row) => {
    const root = find.root(row)
    const number = numbers.get(root) ?? numbers.size
    numbers.set(root, number)
    return number
  })
}

/** Trees of numbers: whose root a number is under, with the way there cut short. */
function createForest(size: number) {
  const parents = Int32Array.from({ length: size }, (_, node) => node)
  const root = (node: number): number => {
    let top = node
    while (parents[top] !== top) top = parents[top]
    for (let at = node; parents[at] !== top;) {
      const next = parents[at]
      parents[at] = top
      at = next
    }
    return top
  }
  const hang = (node: number, under: number) => {
    parents[node] = under
  }
  return { root, hang }
}
