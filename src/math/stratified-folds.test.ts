import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom } from './random'
import { stratifiedFolds } from './stratified-folds'

const foldsOf = (labels: readonly number[], nFolds: number, seed = 1) =>
  stratifiedFolds(Int32Array.from(labels), nFolds, createRandom(seed))

describe('stratifiedFolds(labels, nFolds, random)', () => {
  it('are as even as they can be, in all and in every class', () => {
    const labels = fc.array(fc.integer({ min: -1, max: 4 }), { maxLength: 80 })
    fc.assert(
      fc.property(labels, fc.integer({ min: 1, max: 7 }), fc.nat(), (given, nFolds, seed) => {
        const folds = foldsOf(given, nFolds, seed)
        for (const label of [null, 0, 1, 2, 3, 4]) {
          const counts = Array.from({ length: nFolds }, () => 0)
          given.forEach((one, row) => {
            if (one !== -1 && (label === null || one === label)) counts[folds[row]] += 1
          })
          expect(counts).toHaveLength(nFolds)
          const sorted = counts.toSorted((a, b) => a - b)
          expect(sorted[nFolds - 1] - sorted[0]).toBeLessThanOrEqual(1)
        }
        given.forEach((label, row) => expect(folds[row] === -1).toBe(label === -1))
      }),
    )
  })

  it('are the same for the same random numbers and others for others', () => {
    const labels = Array.from({ length: 60 }, (_, i) => i % 3)
    expect(foldsOf(labels, 5)).toEqual(foldsOf(labels, 5))
    expect(foldsOf(labels, 5, 2)).not.toEqual(foldsOf(labels, 5))
  })

  it('go on from class to class, the lowest first', () => {
    expect([...foldsOf([2, 0, -1, 1], 2)]).toEqual([0, 0, -1, 1])
  })

  it('need no random number for a row that is alone in its class', () => {
    const [used, fresh] = [createRandom(1), createRandom(1)]
    stratifiedFolds(Int32Array.of(0, 1, 2), 2, used)
    expect(used.next()).toBe(fresh.next())
  })

  it('of nothing are nothing', () => {
    expect(foldsOf([], 5)).toEqual(new Int32Array(0))
  })
})
