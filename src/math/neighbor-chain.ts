import type { Merges } from './dendrogram'

/** Clusters by number, and how far apart they are. */
export type ClusterPool = {
  /** Writes the distance of cluster `from` to each of `alive` into `out`; its own place is left. */
  readonly measure: (from: number, alive: Int32Array, out: Float64Array) => void
  /** Joins two clusters; `into` is the number of both, and one of `alive`, from then on. */
  readonly join: (gone: number, into: number, alive: Int32Array) => void
  /** The height of a merge, of the distance as it is measured. */
  readonly heightOf: (apart: number) => number
}

/**
 * Agglomeration by the nearest-neighbour chain (Benzecri 1982, Murtagh 1983; as in SciPy): from any
 * cluster on to its nearest until two are nearest to each other, which are joined. O(n^2) distances.
 * Of clusters that are equally near, the one before in the chain goes first, then the lowest number.
 */
export function joinByNeighborChain(nSamples: number, pool: ClusterPool): Merges {
  const nMerges = Math.max(0, nSamples - 1)
  const left = new Int32Array(nMerges)
  const right = new Int32Array(nMerges)
  const heights = new Float64Array(nMerges)
  const apart = new Float64Array(nSamples)
  const chain: number[] = []
  let alive = Int32Array.from({ length: nSamples }, (_, i) => i)
  for (let m = 0; m < nMerges; m++) {
    if (chain.length === 0) chain.push(alive[0])
    let link = nextLink(chain, { pool, alive, apart })
    while (!link.isMutual) {
      chain.push(link.nearest)
      link = nextLink(chain, { pool, alive, apart })
    }
    const [a, b] = [chain.pop()!, chain.pop()!]
    const [gone, into] = a < b ? [a, b] : [b, a]
    left[m] = gone
    right[m] = into
    heights[m] = pool.heightOf(link.distance)
    alive = without(alive, gone)
    pool.join(gone, into, alive)
  }
  return { left, right, heights }
}

type Search = {
  readonly pool: ClusterPool
  readonly alive: Int32Array
  readonly apart: Float64Array
}

/** The cluster nearest to the end of the chain, and whether that is the one before it. */
function nextLink(chain: readonly number[], { pool, alive, apart }: Search) {
  const end = chain[chain.length - 1]
  const before = chain.length > 1 ? chain[chain.length - 2] : -1
  pool.measure(end, alive, apart)
  let [nearest, distance] = [-1, Infinity]
  for (let at = 0; at < alive.length; at++) {
    const other = alive[at]
    if (other === end) continue
    if (apart[at] < distance || nearest === -1 || (apart[at] === distance && other === before)) {
      nearest = other
      distance = apart[at]
    }
  }
  return { nearest, distance, isMutual: nearest === before }
}

/** The numbers without one of them, in ascending order as before, in the same memory. */
function without(alive: Int32Array<ArrayBuffer>, gone: number): Int32Array<ArrayBuffer> {
  const at = alive.indexOf(gone)
  return alive.copyWithin(at, at + 1).subarray(0, alive.length - 1)
}
