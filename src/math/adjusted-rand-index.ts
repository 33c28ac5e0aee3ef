import { countPairs } from './contingency'

/**
 * Adjusted Rand index of two labelings of the same rows (Hubert and Arabie 1985; scikit-learn
 * `adjusted_rand_score`): 1 the same partition, about 0 by chance, below 0 worse than chance.
 * 1 when both labelings are trivial, one group or all singletons, and for no rows.
 * @throws RangeError when the lengths differ.
 */
export function adjustedRandIndex(a: Int32Array, b: Int32Array): number {
  const { n, cells, countsOfA, countsOfB } = countPairs(a, b)
  const together = sumOfPairs(cells.map((cell) => cell.count))
  const togetherInA = sumOfPairs(countsOfA.values())
  const togetherInB = sumOfPairs(countsOfB.values())
  if (together === togetherInA && together === togetherInB) return 1
  const expected = togetherInA * (togetherInB / pairs(n))
  return (together - expected) / ((togetherInA + togetherInB) / 2 - expected)
}

function sumOfPairs(counts: Iterable<number>): number {
  let sum = 0
  for (const count of counts) sum += pairs(count)
  return sum
}

function pairs(n: number): number {
  return (n * (n - 1)) / 2
}
