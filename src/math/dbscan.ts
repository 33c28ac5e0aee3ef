import { assertFinite } from './assert-finite'
import type { Matrix } from './matrix'

export type DbscanParams = {
  /** Euclidean distance up to which two rows are neighbours. */
  readonly eps: number
  /** Neighbours, itself among them, from which a row is a core row. */
  readonly minSamples: number
}

export type Dbscan = {
  /** -1 for noise; clusters are numbered by their first core row. */
  readonly labels: Int32Array
  readonly nClusters: number
  readonly isCore: Uint8Array
}

/**
 * DBSCAN (Ester 1996; scikit-learn `DBSCAN`): core rows within `eps` of each other are one cluster;
 * any other row within `eps` of a core row is in that cluster, in the first one where there are
 * several; the rest is noise. No list of neighbours is kept: O(n^2 p) time, O(n) memory.
 * @throws RangeError on a value that is not finite, or a parameter that is not above 0.
 */
export function fitDbscan(matrix: Matrix, { eps, minSamples }: DbscanParams): Dbscan {
  if (!(eps > 0)) throw new RangeError(`eps must be above 0; got ${eps}.`)
  if (!(minSamples >= 1)) throw new RangeError(`minSamples must be at least 1; got ${minSamples}.`)
  assertFinite(matrix, 'DBSCAN')
  const { nSamples } = matrix
  const isNear = createIsNear(matrix, eps)
  const isCore = findCores(nSamples, minSamples, isNear)
  const labels = new Int32Array(nSamples).fill(-1)
  const rest = Int32Array.from({ length: nSamples }, (_, i) => i)
  let nRest = nSamples
  /** Rows without a cluster that are near `row` join it; answers the core rows among them. */
  const takeNeighbors = (row: number, label: number): readonly number[] => {
    const cores: number[] = []
    let nKept = 0
    for (let at = 0; at < nRest; at++) {
      const other = rest[at]
      if (!isNear(row, other)) rest[nKept++] = other
      else {
        labels[other] = label
        if (isCore[other] === 1) cores.push(other)
      }
    }
    nRest = nKept
    return cores
  }
  let nClusters = 0
  for (let row = 0; row < nSamples; row++) {
    if (isCore[row] === 0 || labels[row] !== -1) continue
    const open = [...takeNeighbors(row, nClusters)]
    for (let core = open.pop(); core !== undefined; core = open.pop())
      for (const next of takeNeighbors(core, nClusters)) open.push(next)
    nClusters++
  }
  return { labels, nClusters, isCore }
}

function findCores(
  nSamples: number,
  minSamples: number,
  isNear: (a: number, b: number) => boolean,
): Uint8Array {
  const counts = new Int32Array(nSamples).fill(1)
  for (let i = 0; i < nSamples; i++)
    for (let other = i + 1; other < nSamples; other++)
      if (isNear(i, other)) {
        counts[i]++
        counts[other]++
      }
  return Uint8Array.from(counts, (count) => (count >= minSamples ? 1 : 0))
}

function createIsNear({ X, nFeatures }: Matrix, eps: number): (a: number, b: number) => boolean {
  const limit = eps * eps
  return (a, b) => {
    let sum = 0
    for (let j = 0; j < nFeatures && sum <= limit; j++) {
      const difference = X[a * nFeatures + j] - X[b * nFeatures + j]
      sum += difference * difference
    }
    return sum <= limit
  }
}
