import type { Merges } from './dendrogram'
import type { Matrix } from './matrix'

/**
 * Minimum spanning tree of the rows under mutual reachability: the largest of the distance of two
 * rows and the core distance of each (Campello 2013). Prim's algorithm from row 0 on, O(n^2 p) time
 * and O(n) memory; of rows that are equally near the lowest is taken.
 */
export function reachabilityTree(matrix: Matrix, coreDistances: Float64Array): Merges {
  const { X, nSamples, nFeatures } = matrix
  const nEdges = Math.max(0, nSamples - 1)
  const [left, right] = [new Int32Array(nEdges), new Int32Array(nEdges)]
  const heights = new Float64Array(nEdges)
  const isIn = new Uint8Array(nSamples)
  const nearest = new Float64Array(nSamples).fill(Infinity)
  const sources = new Int32Array(nSamples)
  let current = 0
  for (let edge = 0; edge < nEdges; edge++) {
    isIn[current] = 1
    let next = -1
    for (let row = 0; row < nSamples; row++) {
      if (isIn[row] === 1) continue
      const core = Math.max(coreDistances[current], coreDistances[row])
      if (core < nearest[row]) {
        let sum = 0
        for (let j = 0; j < nFeatures; j++) {
          const difference = X[current * nFeatures + j] - X[row * nFeatures + j]
          sum += difference * difference
        }
        const reach = Math.max(core, Math.sqrt(sum))
        if (reach < nearest[row]) {
          nearest[row] = reach
          sources[row] = current
        }
      }
      if (next === -1 || nearest[row] < nearest[next]) next = row
    }
    left[edge] = sources[next]
    right[edge] = next
    heights[edge] = nearest[next]
    current = next
  }
  return { left, right, heights }
}
