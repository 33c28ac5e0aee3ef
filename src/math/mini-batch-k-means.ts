import { fillEmptyClusters } from './fill-empty-clusters'
import { inertiaAt } from './inertia-at'
import { assertFittable, oneClusterEach, type KMeansParams } from './k-means'
import { kMeansPlusPlus } from './k-means-plus-plus'
import type { LloydFit } from './lloyd'
import { rowOf, selectRows, type Matrix } from './matrix'
import { nearestCenters } from './nearest-centers'
import { createRandom, type Random } from './random'

export type MiniBatchParams = Omit<KMeansParams, 'tol'> & {
  /** Rows of a step. */
  readonly batchSize: number
}

/** A centre that took less than this share of what the largest took is put elsewhere. */
const reassignmentRatio = 0.01
/** Steps without a better mean inertia after which it stops. */
const maxNoImprovement = 10

/**
 * Mini-batch k-means (Sculley 2010; scikit-learn `MiniBatchKMeans` with its defaults): each step
 * draws batchSize rows with replacement and moves their nearest centres towards them, each by what
 * it has seen so far. It starts nInit times, by k-means++ on a sample of 3 * batchSize rows, and keeps the
 * best on all rows, where scikit-learn judges the starts alone.
 * The centres are running means, not the means of the rows that end up nearest.
 * @throws RangeError without rows, on a value that is not finite, or on nClusters or nInit under 1.
 */
export function fitMiniBatchKMeans(matrix: Matrix, params: MiniBatchParams): LloydFit {
  assertFittable(matrix, params)
  const { nClusters } = params
  const trivial = oneClusterEach(matrix, nClusters)
  if (trivial !== null) return trivial
  const batchSize = Math.min(params.batchSize, matrix.nSamples)
  let best: LloydFit | null = null
  for (let start = 0; start < params.nInit; start++) {
    const random = createRandom(params.randomState, start)
    const fit = fitOnce(matrix, { ...params, batchSize }, random)
    if (best === null || fit.inertia < best.inertia) best = fit
  }
  return best!
}

function fitOnce(matrix: Matrix, params: MiniBatchParams, random: Random): LloydFit {
  const { nClusters, batchSize, maxIter } = params
  const state = { centers: startOf(matrix, params, random), seen: new Float64Array(nClusters) }
  const nSteps = Math.max(1, Math.floor((maxIter * matrix.nSamples) / batchSize))
  const watch = { mean: NaN, least: Infinity, nWorse: 0 }
  let sinceMoved = 0
  let step = 0
  while (step < nSteps && watch.nWorse < maxNoImprovement) {
    const batch = selectRows(matrix, drawRows(matrix.nSamples, batchSize, random))
    sinceMoved += batchSize
    const mayMove = state.seen.includes(0) || sinceMoved >= 10 * nClusters
    if (mayMove) sinceMoved = 0
    const inertia = learn(batch, state)
    if (mayMove) moveRare(batch, state, random)
    // The first step says nothing: its centres have seen no row.
    if (step > 0) observe(watch, inertia / batchSize, (2 * batchSize) / (matrix.nSamples + 1))
    step++
  }
  const { centers, nearest } = fillEmptyClusters(matrix, state.centers)
  const inertia = inertiaAt(matrix, centers, nearest.labels)
  const nIter = Math.max(1, Math.ceil((step * batchSize) / matrix.nSamples))
  return { clusterCenters: centers, labels: nearest.labels, inertia, nIter }
}

function drawRows(nSamples: number, count: number, random: Random): Int32Array {
  return Int32Array.from({ length: count }, () => random.nextInt(nSamples))
}

/** k-means++ on a sample of the rows. */
function startOf(matrix: Matrix, params: MiniBatchParams, random: Random): Float64Array {
  const { nClusters, batchSize } = params
  const nDrawn = Math.max(3 * batchSize, 3 * nClusters)
  const sample =
    nDrawn >= matrix.nSamples
      ? matrix
      : selectRows(matrix, drawRows(matrix.nSamples, nDrawn, random))
  return selectRows(sample, kMeansPlusPlus(sample, nClusters, random)).X
}

type State = {
  readonly centers: Float64Array
  /** Rows that each centre has taken so far. */
  readonly seen: Float64Array
}

/** Moves the centres; answers the inertia of the batch before. */
function learn(batch: Matrix, { centers, seen }: State): number {
  const { X, nSamples, nFeatures } = batch
  const { labels } = nearestCenters(batch, centers, seen.length)
  const inertia = inertiaAt(batch, centers, labels)
  for (let i = 0; i < nSamples; i++) {
    const c = labels[i]
    seen[c]++
    for (let j = 0; j < nFeatures; j++)
      centers[c * nFeatures + j] += (X[i * nFeatures + j] - centers[c * nFeatures + j]) / seen[c]
  }
  return inertia
}

/** Puts centres that took hardly a row onto rows of the batch; at most one for two of its rows. */
function moveRare(batch: Matrix, { centers, seen }: State, random: Random): void {
  const largest = seen.reduce((most, count) => Math.max(most, count))
  const rare = [...seen.keys()]
    .filter((c) => seen[c] < reassignmentRatio * largest)
    .sort((a, b) => seen[a] - seen[b] || a - b)
    .slice(0, Math.floor(batch.nSamples / 2))
  if (rare.length === 0) return
  const others = [...seen.keys()].filter((c) => !rare.includes(c))
  const least = others.reduce((fewest, c) => Math.min(fewest, seen[c]), Infinity)
  const taken = new Set<number>()
  for (const c of rare) {
    let row = random.nextInt(batch.nSamples)
    while (taken.has(row)) row = (row + 1) % batch.nSamples
    taken.add(row)
    centers.set(rowOf(batch, row), c * batch.nFeatures)
    seen[c] = least
  }
}

/** An exponentially weighted mean of the inertia per row, and how long it has not fallen. */
function observe(
  watch: { mean: number; least: number; nWorse: number },
  inertia: number,
  weight: number,
): void {
  const share = Math.min(1, weight)
  watch.mean = Number.isNaN(watch.mean) ? inertia : watch.mean * (1 - share) + inertia * share
  watch.nWorse = watch.mean < watch.least ? 0 : watch.nWorse + 1
  watch.least = Math.min(watch.least, watch.mean)
}
