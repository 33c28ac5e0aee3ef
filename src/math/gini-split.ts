import type { DenseRanks } from './dense-ranks'

/** A cut of some rows in two: those at or under `threshold` in `feature`, and the others. */
export type GiniSplit = {
  readonly feature: number
  readonly threshold: number
  /** By how much the Gini impurity of the rows falls, weighted by the sizes of the two sides. */
  readonly decrease: number
}

export type SplitSearch = {
  readonly ranked: DenseRanks
  /** Class of each row of the matrix, 0 .. nClasses - 1. */
  readonly labels: Int32Array
  readonly nClasses: number
  /** At least as long as the rows that are looked at: written over. */
  readonly keys: SortKeys
}

/** Whole numbers under ranks x classes. */
type SortKeys = Uint32Array | Float64Array

/** Room for the keys of so many rows: whole numbers of 32 bits, which sort fastest, where they do. */
export function keysFor(nRows: number, ranked: DenseRanks, nClasses: number): SortKeys {
  return ranked.nSamples * nClasses < 2 ** 32 ? new Uint32Array(nRows) : new Float64Array(nRows)
}

/**
 * The cut of one column that lowers the Gini impurity most, with its threshold midway between two
 * neighbouring values (CART, Breiman et al. 1984; scikit-learn's `BestSplitter`); ties go to the
 * lower threshold. `rows` may hold a row several times. Null where the column does not vary in them.
 */
export function giniSplit(
  search: SplitSearch,
  rows: Int32Array,
  feature: number,
): GiniSplit | null {
  const { nClasses } = search
  const keys = sortedKeys(search, rows, feature)
  const right = countClasses(search, rows)
  const left = new Int32Array(nClasses)
  const total = sumOfSquares(right)
  const best = { score: -Infinity, low: -1, high: -1 }
  let [ofLeft, ofRight] = [0, total]
  let next = Math.floor(keys[0] / nClasses)
  for (let i = 0; i < keys.length - 1; i++) {
    const rank = next
    const label = keys[i] - rank * nClasses
    ofLeft += 2 * left[label] + 1
    ofRight += 1 - 2 * right[label]
    left[label] += 1
    right[label] -= 1
    next = Math.floor(keys[i + 1] / nClasses)
    if (next === rank) continue
    const score = ofLeft / (i + 1) + ofRight / (keys.length - i - 1)
    if (score <= best.score) continue
    best.score = score
    best.low = rank
    best.high = next
  }
  if (best.low === -1) return null
  const values = search.ranked.values[feature]
  const threshold = between(values[best.low], values[best.high])
  const decrease = (best.score - total / rows.length) / rows.length
  return { feature, threshold, decrease: Math.max(0, decrease) }
}

/** rank x nClasses + class of each row, ascending: rows in order of their value, each with its class. */
function sortedKeys(
  { ranked, labels, nClasses, keys }: SplitSearch,
  rows: Int32Array,
  feature: number,
): SortKeys {
  const { ranks, nSamples } = ranked
  const own = keys.subarray(0, rows.length)
  for (let i = 0; i < rows.length; i++)
    own[i] = ranks[feature * nSamples + rows[i]] * nClasses + labels[rows[i]]
  return own.sort()
}

function countClasses({ labels, nClasses }: SplitSearch, rows: Int32Array): Int32Array {
  const counts = new Int32Array(nClasses)
  for (let i = 0; i < rows.length; i++) counts[labels[rows[i]]] += 1
  return counts
}

function sumOfSquares(counts: Int32Array): number {
  let sum = 0
  for (const count of counts) sum += count * count
  return sum
}

/** Halved before they are added, else two large values would be Infinity; under `high` in any case. */
function between(low: number, high: number): number {
  const middle = low / 2 + high / 2
  return middle < high ? Math.max(low, middle) : low
}
