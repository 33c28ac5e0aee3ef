import type { Matrix } from './matrix'
import type { ClusterPool } from './neighbor-chain'

/**
 * Clusters by their centres, for Ward's linkage of many rows: two are as far apart as joining them
 * adds to the sum of squared distances to the own centre, times 2, so that two rows are apart as they
 * are. Measured in squares; memory O(n p), nothing per pair.
 */
export function createCenterClusters({ X, nSamples, nFeatures }: Matrix): ClusterPool {
  const centers = X.slice()
  const sizes = new Float64Array(nSamples).fill(1)
  return {
    measure: (from, alive, out) => {
      const start = from * nFeatures
      for (let at = 0; at < alive.length; at++) {
        const other = alive[at] * nFeatures
        let sum = 0
        for (let j = 0; j < nFeatures; j++) {
          const difference = centers[start + j] - centers[other + j]
          sum += difference * difference
        }
        const [a, b] = [sizes[from], sizes[alive[at]]]
        out[at] = sum * ((2 * a * b) / (a + b))
      }
    },
    join: (gone, into) => {
      const share = sizes[gone] / (sizes[gone] + sizes[into])
      for (let j = 0; j < nFeatures; j++) {
        const at = into * nFeatures + j
        // A step towards the other leaves the centre of equal rows exactly where they are.
        centers[at] += (centers[gone * nFeatures + j] - centers[at]) * share
      }
      sizes[into] += sizes[gone]
    },
    heightOf: Math.sqrt,
  }
}
