import { expect, it } from 'vitest'
import type { LloydFit } from './lloyd'
import type { Matrix } from './matrix'
import { createRandom } from './random'
import { searchByOffspring } from './search-by-offspring'
import { settle } from './settle'

/** Four tight groups on a line. */
const matrix: Matrix = {
  X: Float64Array.of(0, 0.1, 0.2, 1, 1.1, 1.2, 50, 50.1, 50.2, 90, 90.1, 90.2),
  nSamples: 12,
  nFeatures: 1,
}
const settleAt = (init: Float64Array): LloydFit =>
  settle(matrix, { init, maxIter: 300, tolerance: 0 })

it('leaves a local optimum that no restart leaves', () => {
  // Two groups share a centre, and one has two.
  const start = () => settleAt(Float64Array.of(0.6, 50, 90, 90.15))
  expect(start().inertia).toBeGreaterThan(1)
  const search = { nClusters: 4, nInit: 1, randomState: 42, start, settleAt }
  expect(searchByOffspring(matrix, search).bests[0].inertia).toBeCloseTo(4 * 0.02, 12)
})

it('more restarts never give a worse fit, whatever the seed', () => {
  for (let randomState = 0; randomState < 20; randomState++) {
    const start = (restart: number) => {
      const random = createRandom(randomState, restart)
      return settleAt(Float64Array.from({ length: 5 }, () => random.next() * 90))
    }
    const inertias = [1, 2, 4, 8].map(
      (nInit) =>
        searchByOffspring(matrix, { nClusters: 5, nInit, randomState, start, settleAt }).bests[
          nInit - 1
        ].inertia,
    )
    expect(inertias).toEqual(inertias.toSorted((a, b) => b - a))
  }
})

/** A search among made fits of one cell a centre: the inertias of the starts and of the offspring. */
function searchWith(
  {
    nFeatures,
    nClusters = 2,
    nInit = 1,
  }: { nFeatures: number; nClusters?: number; nInit?: number },
  inertiaAt: (n: number) => number,
) {
  const rows: Matrix = { X: new Float64Array(10 * nFeatures), nSamples: 10, nFeatures }
  const fitOf = (inertia: number): LloydFit => ({
    clusterCenters: new Float64Array(nClusters * nFeatures),
    labels: new Int32Array(10),
    inertia,
    nIter: 1,
  })
  let nSettled = 0
  const { bests, starts } = searchByOffspring(rows, {
    nClusters,
    nInit,
    randomState: 1,
    start: (restart) => fitOf(1000 - restart),
    settleAt: () => fitOf(inertiaAt(++nSettled)),
  })
  return {
    nSettled,
    inertia: bests[bests.length - 1].inertia,
    starts: starts.map(({ inertia }) => inertia),
  }
}

it.each([
  // 10 rows x 2 clusters x columns cells: a million of them in all, from 3 to 50 offspring.
  [100, 50],
  [5000, 10],
  [10_000, 5],
  [50_000, 3],
])('of %d columns each restart has %d offspring', (nFeatures, nOffspring) => {
  // Each is better than all before.
  const { nSettled, inertia } = searchWith({ nFeatures }, (n) => 900 - n)
  expect(nSettled).toBe(nOffspring)
  expect(inertia).toBe(900 - nOffspring)
})

it('stops once the best fit has come back ten times, after three offspring at least', () => {
  const again = searchWith({ nFeatures: 2 }, () => 1000 * (1 + 1e-10))
  expect([again.nSettled, again.inertia]).toEqual([10, 1000])
  // The second restart finds a better one: ten more.
  expect(searchWith({ nFeatures: 2, nInit: 2 }, (n) => (n <= 10 ? 1000 : 999)).nSettled).toBe(20)
  // It has what the first found, and nothing is new.
  expect(searchWith({ nFeatures: 2, nInit: 2 }, () => 500).nSettled).toBe(11 + 3)
  // What differs, if by little, is another fit; a worse one is no return of the best.
  expect(searchWith({ nFeatures: 2 }, (n) => 1000 * (1 - n * 1e-8)).nSettled).toBe(50)
  expect(searchWith({ nFeatures: 2 }, () => 2000).nSettled).toBe(50)
})

it('keeps the lower of two inertias that are the same but for rounding', () => {
  const { inertia } = searchWith({ nFeatures: 2 }, (n) => (n === 2 ? 1000 - 1e-9 : 1000))
  expect(inertia).toBe(1000 - 1e-9)
})

it('keeps the first of fits of one inertia', () => {
  const first = settleAt(Float64Array.of(0, 1, 50, 90))
  const again = { start: () => first, settleAt: () => ({ ...first }) }
  const search = { nClusters: 4, nInit: 1, randomState: 42, ...again }
  expect(searchByOffspring(matrix, search).bests[0]).toBe(first)
})

it('answers the starts in their order, and one start for one cluster', () => {
  expect(searchWith({ nFeatures: 2, nInit: 3 }, () => 2000).starts).toEqual([1000, 999, 998])
  const one = searchWith({ nFeatures: 2, nClusters: 1, nInit: 3 }, () => 1)
  expect(one).toEqual({ nSettled: 0, inertia: 1000, starts: [1000] })
})

/** Numbers of the fits that the offspring come from: all the centres of fit n are at n, rows at -1. */
function parentsWith(nInit: number, inertiaOf: (n: number) => number) {
  const rows: Matrix = { X: new Float64Array(40).fill(-1), nSamples: 20, nFeatures: 2 }
  const parents: number[][] = []
  const fitOf = (n: number): LloydFit => ({
    clusterCenters: new Float64Array(8).fill(n),
    labels: new Int32Array(20),
    inertia: inertiaOf(n),
    nIter: 1,
  })
  searchByOffspring(rows, {
    nClusters: 4,
    nInit,
    randomState: 3,
    start: () => fitOf(0),
    settleAt: (init) => fitOf(parents.push([...init].filter((cell) => cell >= 0))),
  })
  return parents
}

it('recombines the better of two that are drawn among fits that differ', () => {
  // Fit 0 is the best, and the others are all the same.
  const parents = parentsWith(1, (n) => (n === 0 ? 1 : 2)).flat()
  const share = parents.filter((n) => n === 0).length / parents.length
  expect(share).toBeGreaterThan(0.65)
  expect(share).toBeLessThan(0.85)
})

it('remembers the ten best fits', () => {
  // Each is better than all before: of those before the n-th only ten are left.
  const ages = parentsWith(5, (n) => 1000 - n).flatMap((own, at) => own.map((n) => at - n))
  expect(ages.reduce((a, b) => Math.max(a, b))).toBe(9)
})
