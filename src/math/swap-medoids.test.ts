import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pairDistances } from './pair-distances'
import { swapMedoids } from './swap-medoids'

const pairsOf = (cells: readonly number[]) =>
  pairDistances({ X: Float64Array.from(cells), nSamples: cells.length, nFeatures: 1 })

/** By definition: each row in turn takes the place of the medoid whose loss leaves the lowest sum. */
function swapByHand(cells: readonly number[], init: readonly number[], maxIter: number) {
  const costOf = (medoids: readonly number[]) =>
    cells
      .map((cell) =>
        medoids.reduce((least, m) => Math.min(least, Math.abs(cell - cells[m])), Infinity),
      )
      .reduce((sum, distance) => sum + distance, 0)
  let medoids = [...init]
  let [visited, resting] = [0, 0]
  while (resting < cells.length && visited < maxIter * cells.length) {
    const row = visited++ % cells.length
    resting++
    if (medoids.includes(row)) continue
    const swapped = medoids.map((_, c) => medoids.map((m, at) => (at === c ? row : m)))
    const best = swapped.reduce((a, b) => (costOf(b) < costOf(a) ? b : a))
    if (costOf(best) >= costOf(medoids)) continue
    medoids = best
    resting = 0
  }
  return { medoids, cost: costOf(medoids), nIter: Math.ceil(visited / cells.length) }
}

describe('swapMedoids(pairs, init, maxIter)', () => {
  it('swaps as trying every swap does, for any number of medoids and rounds', () => {
    // Whole distances: their sums do not round.
    const cells = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(
        cells,
        fc.nat({ max: 11 }),
        fc.integer({ min: 0, max: 4 }),
        (rows, last, maxIter) => {
          const init = rows.map((_, i) => i).slice(0, Math.min(last + 1, 5))
          const { medoids, cost, nIter } = swapMedoids(
            pairsOf(rows),
            Int32Array.from(init),
            maxIter,
          )
          expect({ medoids: [...medoids], cost, nIter }).toEqual(swapByHand(rows, init, maxIter))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('rests at once where the first medoids are the best', () => {
    const init = Int32Array.of(1, 4)
    expect(swapMedoids(pairsOf([0, 1, 2, 10, 11, 12]), init, 5)).toEqual({
      medoids: Int32Array.of(1, 4),
      cost: 4,
      nIter: 1,
    })
  })

  it('leaves the first medoids as they were given', () => {
    const init = Int32Array.of(1)
    expect(swapMedoids(pairsOf([0, 9, 1, 2]), init, 5).medoids).toEqual(Int32Array.of(2))
    expect(init).toEqual(Int32Array.of(1))
  })

  it('swaps nothing that gains no more than rounding', () => {
    const third = 1 / 3
    const { medoids } = swapMedoids(pairsOf([0, third, 2 * third, 1]), Int32Array.of(1), 9)
    expect(medoids).toEqual(Int32Array.of(1))
    // Of distances of 200,000 in all a billionth is lost.
    const far = pairsOf([0, 1e-9, 1e-9, 1e5, -1e5])
    expect(swapMedoids(far, Int32Array.of(0), 9).medoids).toEqual(Int32Array.of(0))
  })
})
