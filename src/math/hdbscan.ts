import { assertFinite } from './assert-finite'
import { condenseTree, type CondensedTree } from './condensed-tree'
import { dendrogramOf } from './dendrogram'
import type { Matrix } from './matrix'
import { nearestRows } from './nearest-rows'
import { reachabilityTree } from './reachability-tree'

export type Hdbscan = {
  /** -1 for noise; clusters are numbered by their first row. */
  readonly labels: Int32Array
  readonly nClusters: number
  /** Of each row, to its minClusterSize-th row, itself the first. */
  readonly coreDistances: Float64Array
  /** Mutual reachability at which each cluster splits off: its rows are nearer to each other. */
  readonly reaches: Float64Array
}

/**
 * HDBSCAN* (Campello 2013; scikit-learn `HDBSCAN` with `min_samples` = `min_cluster_size`, excess of
 * mass, never one cluster for all): the clusters that last longest as the distance shrinks. With
 * fewer rows than `minClusterSize` all are noise. Edges of equal length are taken as Prim's algorithm
 * finds them, where scikit-learn's sort leaves their order open.
 * @throws RangeError on a value that is not finite, or minClusterSize under 2.
 */
export function fitHdbscan(matrix: Matrix, minClusterSize: number): Hdbscan {
  if (!(minClusterSize >= 2))
    throw new RangeError(`minClusterSize must be at least 2; got ${minClusterSize}.`)
  assertFinite(matrix, 'HDBSCAN')
  const { nSamples } = matrix
  if (nSamples < minClusterSize) {
    const coreDistances = new Float64Array(nSamples).fill(Infinity)
    const labels = new Int32Array(nSamples).fill(-1)
    return { labels, nClusters: 0, coreDistances, reaches: new Float64Array(0) }
  }
  const nNeighbors = minClusterSize - 1
  const { distances } = nearestRows(matrix, nNeighbors)
  const coreDistances = Float64Array.from(
    { length: nSamples },
    (_, row) => distances[(row + 1) * nNeighbors - 1],
  )
  const dendrogram = dendrogramOf(reachabilityTree(matrix, coreDistances))
  const tree = condenseTree(dendrogram, minClusterSize)
  return { ...labelRows(tree, chooseClusters(tree)), coreDistances }
}

/**
 * Excess of mass: from the leaves up, a cluster is taken in place of those that split off it unless
 * they are more stable together.
 */
function chooseClusters({ parents, stabilities }: CondensedTree): Uint8Array {
  const best = stabilities.slice()
  const below = new Float64Array(parents.length)
  const isTaken = new Uint8Array(parents.length)
  for (let cluster = parents.length - 1; cluster > 0; cluster--) {
    if (below[cluster] > best[cluster]) best[cluster] = below[cluster]
    else isTaken[cluster] = 1
    below[parents[cluster]] += best[cluster]
  }
  return isTaken
}

function labelRows({ parents, births, clusterOf }: CondensedTree, isTaken: Uint8Array) {
  /** The topmost taken cluster that each one is in; 0 for none. */
  const owners = new Int32Array(parents.length)
  for (let cluster = 1; cluster < parents.length; cluster++) {
    const above = owners[parents[cluster]]
    owners[cluster] = above === 0 && isTaken[cluster] === 1 ? cluster : above
  }
  const numbers = new Map<number, number>()
  const labels = clusterOf.map((cluster) => {
    const owner = owners[cluster]
    if (owner === 0) return -1
    const number = numbers.get(owner) ?? numbers.size
    numbers.set(owner, number)
    return number
  })
  const reaches = Float64Array.from(numbers.keys(), (owner) => births[owner])
  return { labels, nClusters: numbers.size, reaches }
}
