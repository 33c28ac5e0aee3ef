import { bisect } from './bisect'
import type { LloydFit } from './lloyd'
import type { Matrix } from './matrix'
import { nearestCenters } from './nearest-centers'
import { settle } from './settle'

type SwapOptions = { readonly maxIter: number; readonly tolerance: number }

/** Swaps that are tried in a round before the fit is called settled. */
const nTried = 12
/** An inertia has to fall by more than rounding to count as better. */
const relativeGain = 1e-12

/**
 * Lowers the inertia of a k-means fit where Lloyd's iteration cannot: takes the centre of one
 * cluster out and splits another with it, then iterates again; repeated while that helps. The pairs
 * that look best by their estimated change come first (split-and-merge in the sense of Kaukoranta,
 * Fränti and Nevalainen 1998). Draws no random number; the inertia never rises.
 */
export function refineBySwaps(
  matrix: Matrix,
  rows: number[][],
  start: LloydFit,
  options: SwapOptions,
): LloydFit {
  let best = start
  for (;;) {
    const better = firstBetter(matrix, rows, best, options)
    if (better === null) return best
    best = better
  }
}

function firstBetter(
  matrix: Matrix,
  rows: number[][],
  fit: LloydFit,
  options: SwapOptions,
): LloydFit | null {
  for (const init of promisingSwaps(matrix, fit)) {
    const moved = settle(matrix, rows, { init, ...options })
    if (moved.inertia < fit.inertia * (1 - relativeGain)) return moved
  }
  return null
}

/** Centres after each of the swaps worth trying, the most promising first. */
function promisingSwaps(matrix: Matrix, { clusterCenters, labels }: LloydFit): Float64Array[] {
  const { nFeatures } = matrix
  const nClusters = clusterCenters.length / nFeatures
  const costs = removalCosts(matrix, clusterCenters)
  const splits = Array.from({ length: nClusters }, (_, c) => bisect(matrix, labels, c))
  const swaps: { change: number; removed: number; split: number }[] = []
  for (let removed = 0; removed < nClusters; removed++)
    for (let split = 0; split < nClusters; split++)
      if (removed !== split)
        swaps.push({ change: costs[removed] - splits[split].gain, removed, split })
  swaps.sort((a, b) => a.change - b.change || a.removed - b.removed || a.split - b.split)
  return swaps.slice(0, nTried).map(({ removed, split }) => {
    const centers = clusterCenters.slice()
    centers.set(splits[split].first, split * nFeatures)
    centers.set(splits[split].second, removed * nFeatures)
    return centers
  })
}

/** What the inertia would rise by if a cluster's rows went to their second nearest centres. */
function removalCosts(matrix: Matrix, clusterCenters: Float64Array): Float64Array {
  const nClusters = clusterCenters.length / matrix.nFeatures
  const { labels, distances, runnerUpDistances } = nearestCenters(matrix, clusterCenters, nClusters)
  const costs = new Float64Array(nClusters)
  for (let i = 0; i < labels.length; i++)
    costs[labels[i]] += runnerUpDistances[i] ** 2 - distances[i] ** 2
  return costs
}
