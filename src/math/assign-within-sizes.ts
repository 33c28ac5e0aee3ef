import type { Matrix } from './matrix'
import { createMoves, type Moves } from './cheapest-moves'

export type SizeBounds = {
  /** Fewest rows of a cluster. */
  readonly min: number
  /** Most rows of a cluster; Infinity for no bound. */
  readonly max: number
}

/**
 * The cheapest way to give every row a cluster where each cluster takes from `min` to `max` rows:
 * a minimum-cost flow (Bradley, Bennett and Demiriz 2000). Each row starts where it costs least,
 * which is optimal but for the sizes; rows are then moved, one at a time, along the cheapest chains
 * of clusters from where there are too many to where there are too few (successive shortest paths).
 * @param costs one row a row, one column a cluster; finite. Ties go to the lowest index.
 * @throws RangeError where the bounds leave no way.
 */
export function assignWithinSizes(costs: Matrix, { min, max }: SizeBounds): Int32Array {
  const { nSamples, nFeatures: nClusters } = costs
  if (min * nClusters > nSamples || max * nClusters < nSamples) {
    const bounds = `${nClusters} clusters of ${min} to ${max} rows`
    throw new RangeError(`${nSamples} rows do not go into ${bounds}.`)
  }
  const labels = cheapestClusters(costs)
  const sizes = new Int32Array(nClusters)
  for (const label of labels) sizes[label]++
  if (sizes.every((size) => size >= min && size <= max)) return labels
  const flow = { sizes, min, max, moves: createMoves(costs, labels) }
  for (;;) {
    const chain = cheapestChain(flow)
    if (chain === null) return labels
    for (let at = 1; at < chain.length; at++) {
      flow.moves.take(chain[at - 1], chain[at])
      sizes[chain[at - 1]]--
      sizes[chain[at]]++
    }
  }
}

type Flow = SizeBounds & { readonly sizes: Int32Array; readonly moves: Moves }

function cheapestClusters({ X, nSamples, nFeatures }: Matrix): Int32Array {
  const labels = new Int32Array(nSamples)
  for (let i = 0; i < nSamples; i++)
    for (let c = 1; c < nFeatures; c++)
      if (X[i * nFeatures + c] < X[i * nFeatures + labels[i]]) labels[i] = c
  return labels
}

/**
 * From a cluster that is too large to one with room, or, where none is, from one that can spare a
 * row to one that is too small; null where every size is within its bounds.
 */
function cheapestChain({ sizes, min, max, moves }: Flow): readonly number[] | null {
  const hasTooLarge = sizes.some((size) => size > max)
  if (!hasTooLarge && sizes.every((size) => size >= min)) return null
  // Where both are, rows leave the large ones for the small ones or for those with room, whichever
  // is cheaper: what is too small in the end is filled from those that can spare a row.
  const isSource = (c: number) => (hasTooLarge ? sizes[c] > max : sizes[c] > min)
  const isGoal = (c: number) => (hasTooLarge ? sizes[c] < max : sizes[c] < min)
  const lengths = Float64Array.from(sizes, (_, c) => (isSource(c) ? 0 : Infinity))
  const before = new Int32Array(sizes.length).fill(-1)
  relax(lengths, before, moves)
  let goal = -1
  for (let c = 0; c < sizes.length; c++)
    if (isGoal(c) && (goal === -1 || lengths[c] < lengths[goal])) goal = c
  const chain = [goal]
  while (before[chain[0]] !== -1) chain.unshift(before[chain[0]])
  return chain
}

/** Bellman and Ford: moves may save something, but no circle of them does. */
function relax(lengths: Float64Array, before: Int32Array, moves: Moves): void {
  const nClusters = lengths.length
  let isOpen = true
  for (let round = 0; isOpen && round < nClusters; round++) {
    isOpen = false
    for (let from = 0; from < nClusters; from++) {
      if (lengths[from] === Infinity) continue
      for (let to = 0; to < nClusters; to++) {
        const length = lengths[from] + moves.cost(from, to)
        // A circle that costs nothing must not look like a saving by its rounding.
        if (!(length < lengths[to] - moves.rounding)) continue
        lengths[to] = length
        before[to] = from
        isOpen = true
      }
    }
  }
}
