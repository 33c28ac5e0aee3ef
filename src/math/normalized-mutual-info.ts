import { countPairs, type Contingency } from './contingency'
import { log } from './elementary/log'

/**
 * Mutual information of two labelings of the same rows over the mean of their entropies
 * (scikit-learn `normalized_mutual_info_score`, arithmetic), 0..1. 1 when both have one group, and
 * for no rows; 0 when they tell nothing of each other.
 * @throws RangeError when the lengths differ.
 */
export function normalizedMutualInfo(a: Int32Array, b: Int32Array): number {
  const counts = countPairs(a, b)
  if (counts.countsOfA.size < 2 && counts.countsOfB.size < 2) return 1
  const meanEntropy =
    (entropy(counts.countsOfA, counts.n) + entropy(counts.countsOfB, counts.n)) / 2
  return Math.min(1, Math.max(0, mutualInfo(counts)) / meanEntropy)
}

function mutualInfo({ n, cells, countsOfA, countsOfB }: Contingency): number {
  let sum = 0
  for (const { a, b, count } of cells) {
    const expected = ((countsOfA.get(a) ?? 0) / n) * (countsOfB.get(b) ?? 0)
    sum += (count / n) * log(count / expected)
  }
  // What rounding leaves of two labelings that are independent.
  return sum < 10 * Number.EPSILON ? 0 : sum
}

function entropy(counts: ReadonlyMap<number, number>, n: number): number {
  let sum = 0
  for (const count of counts.values()) sum -= (count / n) * log(count / n)
  return sum
}
