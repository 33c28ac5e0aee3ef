import type { Dendrogram } from './dendrogram'

/** A dendrogram without the joins that only add a few rows (Campello 2013). Cluster 0 is all rows. */
export type CondensedTree = {
  /** Of each cluster the one it splits off; -1 of cluster 0. Always a lower number. */
  readonly parents: Int32Array
  /** Height of the join at which each cluster splits off; Infinity of cluster 0. */
  readonly births: Float64Array
  /** Sum over its rows of 1 / height at which they leave minus 1 / height of its birth. */
  readonly stabilities: Float64Array
  /** The cluster that each row leaves as a single row. */
  readonly clusterOf: Int32Array
}

/**
 * From the top down: where both sides of a join have at least `minClusterSize` rows, two clusters
 * begin; else the smaller side's rows leave and the cluster goes on. Rows that are equal (height 0)
 * are never parted into clusters. minClusterSize is at least 2.
 */
export function condenseTree(dendrogram: Dendrogram, minClusterSize: number): CondensedTree {
  const { nSamples, children, heights, sizes } = dendrogram
  const [parents, births, stabilities] = [[-1], [Infinity], [0]]
  const clusterOfNode = new Int32Array(nSamples + heights.length)
  const hasLeft = new Uint8Array(clusterOfNode.length)
  const sizeOf = (node: number) => (node < nSamples ? 1 : sizes[node - nSamples])
  for (let m = heights.length - 1; m >= 0; m--) {
    const node = nSamples + m
    const cluster = clusterOfNode[node]
    const sides = [children[2 * m], children[2 * m + 1]]
    // Never of rows that left: they were too few.
    const isSplit =
      Number.isFinite(1 / heights[m]) && sides.every((side) => sizeOf(side) >= minClusterSize)
    for (const side of sides) {
      clusterOfNode[side] = cluster
      hasLeft[side] = hasLeft[node]
      if (hasLeft[node] === 1 || (!isSplit && sizeOf(side) >= minClusterSize)) continue
      stabilities[cluster] += gain(heights[m], births[cluster]) * sizeOf(side)
      if (!isSplit) hasLeft[side] = 1
      else {
        clusterOfNode[side] = parents.length
        parents.push(cluster)
        births.push(heights[m])
        stabilities.push(0)
      }
    }
  }
  return {
    parents: Int32Array.from(parents),
    births: Float64Array.from(births),
    stabilities: Float64Array.from(stabilities),
    clusterOf: clusterOfNode.slice(0, nSamples),
  }
}

/** 1 / height less 1 / birth; Infinity for rows that are equal to the end. */
function gain(height: number, birth: number): number {
  return 1 / height - 1 / birth
}
