/**
 * How well each cluster of one labeling is found again in another of the same rows: the largest
 * Jaccard similarity with any of its clusters (Hennig 2007; R `clusterboot`). 0 for a cluster
 * without a row; rows labelled -1 are in no cluster.
 * @throws RangeError when the lengths differ.
 */
export function bestJaccards(
  labels: Int32Array,
  nClusters: number,
  others: Int32Array,
): Float64Array {
  if (labels.length !== others.length)
    throw new RangeError(`Labelings of ${labels.length} and of ${others.length} rows differ.`)
  const nOthers = others.reduce((largest, label) => Math.max(largest, label), -1) + 1
  const shared = new Int32Array(nClusters * nOthers)
  const sizes = new Int32Array(nClusters)
  const otherSizes = new Int32Array(nOthers)
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] >= 0) sizes[labels[i]]++
    if (others[i] >= 0) otherSizes[others[i]]++
    if (labels[i] >= 0 && others[i] >= 0) shared[labels[i] * nOthers + others[i]]++
  }
  return Float64Array.from({ length: nClusters }, (_, c) => {
    let best = 0
    for (let o = 0; o < nOthers; o++) {
      const both = shared[c * nOthers + o]
      if (both > 0) best = Math.max(best, both / (sizes[c] + otherSizes[o] - both))
    }
    return best
  })
}
