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
  expect(searchByOffspring(matrix, search).best.inertia).toBeCloseTo(4 * 0.02, 12)
})

it('more restarts never give a worse fit, whatever the seed', () => {
  for (let randomState = 0; randomState < 20; randomState++) {
    const start = (restart: number) => {
      const random = createRandom(randomState, restart)
      return settleAt(Float64Array.from({ length: 5 }, () => random.next() * 90))
    }
    const inertias = [1, 2, 4, 8].map(
      (nInit) =>
        searchByOffspring(matrix, { nClusters: 5, nInit, randomState, start, settleAt }).best
          .inertia,
    )
    expect(inertias).toEqual(inertias.toSorted((a, b) => b - a))
  }
})
