import { rowOf, type Matrix } from './matrix'
import type { ClusterPool } from './neighbor-chain'
import { distanceBetween } from './squared-distances'

/** The rows that a distance per pair is kept for: 400 MB. */
export const mostPairedRows = 10_000

export type PairLinkage = 'ward' | 'average' | 'complete'

/**
 * Clusters by a distance per pair, n (n - 1) / 2 of them. How far another cluster is after a join
 * follows from how far it was before (Lance and Williams 1967, in SciPy's order of operations, so
 * that equal distances are equal here too).
 * @throws RangeError above `mostPairedRows` rows, before anything is allocated.
 */
export function createPairClusters(matrix: Matrix, linkage: PairLinkage): ClusterPool {
  const { nSamples } = matrix
  if (nSamples > mostPairedRows)
    throw new RangeError(
      `${linkage} linkage keeps a distance per pair, for ${mostPairedRows} rows at most; got ${nSamples}.`,
    )
  const distances = pairDistances(matrix)
  const sizes = new Float64Array(nSamples).fill(1)
  const at = (a: number, b: number) => {
    const low = a < b ? a : b
    return nSamples * low - (low * (low + 3)) / 2 + (a < b ? b : a) - 1
  }
  const joined = afterJoin[linkage]
  return {
    measure: (from, alive, out) => {
      for (let i = 0; i < alive.length; i++)
        if (alive[i] !== from) out[i] = distances[at(from, alive[i])]
    },
    join: (gone, into, alive) => {
      const apart = distances[at(gone, into)]
      const pair = { apart, a: sizes[gone], b: sizes[into] }
      for (let i = 0; i < alive.length; i++) {
        const other = alive[i]
        if (other === into) continue
        const kept = at(other, into)
        const [toGone, toInto] = [distances[at(other, gone)], distances[kept]]
        distances[kept] = joined(toGone, toInto, pair, sizes[other])
      }
      sizes[into] += sizes[gone]
    },
    heightOf: (apart) => apart,
  }
}

/** Two clusters of `a` and `b` rows. */
type Pair = { readonly apart: number; readonly a: number; readonly b: number }

/** How far a cluster of `size` rows is from two that were joined, from how far it was from each. */
type AfterJoin = (toA: number, toB: number, pair: Pair, size: number) => number

const afterJoin: Readonly<Record<PairLinkage, AfterJoin>> = {
  ward: (toA, toB, { apart, a, b }, size) => {
    const t = 1 / (a + b + size)
    const squared = (size + a) * t * toA * toA + (size + b) * t * toB * toB
    // Of distances near the end of their range the difference may round below 0.
    return Math.sqrt(Math.max(0, squared - size * t * apart * apart))
  },
  average: (toA, toB, { a, b }) => (a * toA + b * toB) / (a + b),
  complete: (toA, toB) => Math.max(toA, toB),
}

/** Euclidean, of row 0 to rows 1, 2 ..., of row 1 to rows 2, 3 ... */
function pairDistances(matrix: Matrix): Float64Array {
  const { nSamples } = matrix
  const distances = new Float64Array((nSamples * (nSamples - 1)) / 2)
  let at = 0
  for (let i = 0; i < nSamples; i++) {
    const row = rowOf(matrix, i)
    for (let other = i + 1; other < nSamples; other++)
      distances[at++] = distanceBetween(row, rowOf(matrix, other))
  }
  return distances
}
