import type { PairDistances } from './pair-distances'

/** A sum of distances has to fall by more than rounding. */
const relativeGain = 1e-12

type Clusters = {
  readonly medoids: Int32Array
  /** Cluster of the nearest and of the second nearest medoid of each row. */
  readonly first: Int32Array
  readonly firstDistance: Float64Array
  readonly secondDistance: Float64Array
  /** What giving up each medoid, with no other in its place, would add. */
  readonly losses: Float64Array
  /** Sum of the distances to the nearest medoid. */
  cost: number
}

/**
 * FasterPAM (Schubert and Rousseeuw 2021): goes through the rows and makes each a medoid in place of
 * the one that it replaces best, at once, when that lowers the sum of distances; until no row does,
 * or maxIter rounds are over. Rows are visited in order; ties go to the lowest index.
 * @param init distinct row numbers, the first medoids.
 */
export function swapMedoids(
  pairs: PairDistances,
  init: Int32Array,
  maxIter: number,
): { readonly medoids: Int32Array; readonly cost: number; readonly nIter: number } {
  const { nSamples } = pairs
  const clusters: Clusters = {
    medoids: init.slice(),
    first: new Int32Array(nSamples),
    firstDistance: new Float64Array(nSamples),
    secondDistance: new Float64Array(nSamples),
    losses: new Float64Array(init.length),
    cost: 0,
  }
  assign(pairs, clusters)
  let nResting = 0
  let visited = 0
  for (; nResting < nSamples && visited < maxIter * nSamples; visited++) {
    const row = visited % nSamples
    nResting++
    if (clusters.medoids.includes(row)) continue
    const replaced = bestReplaced(pairs, clusters, row)
    if (replaced === -1) continue
    clusters.medoids[replaced] = row
    assign(pairs, clusters)
    nResting = 0
  }
  const nIter = Math.ceil(visited / nSamples)
  return { medoids: clusters.medoids, cost: clusters.cost, nIter }
}

function assign({ D, nSamples }: PairDistances, clusters: Clusters): void {
  const { medoids, first, firstDistance, secondDistance, losses } = clusters
  losses.fill(0)
  clusters.cost = 0
  for (let i = 0; i < nSamples; i++) {
    let nearest = 0
    let least = Infinity
    let next = Infinity
    for (let c = 0; c < medoids.length; c++) {
      const distance = D[medoids[c] * nSamples + i]
      if (distance < least) {
        next = least
        least = distance
        nearest = c
      } else if (distance < next) next = distance
    }
    first[i] = nearest
    firstDistance[i] = least
    // With one medoid there is no second: only what comes in its place counts then.
    secondDistance[i] = medoids.length === 1 ? 0 : next
    losses[nearest] += secondDistance[i] - least
    clusters.cost += least
  }
}

/** The medoid that the row replaces best, if that lowers the sum; else -1. */
function bestReplaced({ D, nSamples }: PairDistances, clusters: Clusters, row: number): number {
  const { medoids, first, firstDistance, secondDistance, losses, cost } = clusters
  const isOnly = medoids.length === 1
  const changes = losses.slice()
  let shared = 0
  const from = row * nSamples
  for (let i = 0; i < nSamples; i++) {
    const distance = D[from + i]
    if (isOnly) changes[0] += distance
    else if (distance < firstDistance[i]) {
      shared += distance - firstDistance[i]
      changes[first[i]] += firstDistance[i] - secondDistance[i]
    } else if (distance < secondDistance[i]) changes[first[i]] += distance - secondDistance[i]
  }
  let best = 0
  for (let c = 1; c < changes.length; c++) if (changes[c] < changes[best]) best = c
  return changes[best] + shared < -relativeGain * cost ? best : -1
}
