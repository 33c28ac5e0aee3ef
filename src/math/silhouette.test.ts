import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Matrix } from './matrix'
import { createRandom } from './random'
import {
  silhouetteOfOthers,
  silhouetteSamples,
  silhouetteSamplesOf,
  silhouetteScore,
} from './silhouette'

const column = (...cells: number[]): Matrix => ({
  X: Float64Array.from(cells),
  nSamples: cells.length,
  nFeatures: 1,
})

/** The definition, pair by pair, for one feature. */
function naive(values: number[], labels: number[]): number[] {
  return values.map((value, i) => {
    const meanTo = (label: number) => {
      const others = values.filter((_, j) => j !== i && labels[j] === label)
      return others.reduce((sum, other) => sum + Math.abs(value - other), 0) / others.length
    }
    const others = [...new Set(labels)].filter((label) => label !== labels[i] && label >= 0)
    if (labels[i] < 0 || others.length === 0) return NaN
    const a = meanTo(labels[i])
    const b = others.map(meanTo).reduce((least, to) => Math.min(least, to))
    return Number.isNaN(a) || a === b ? 0 : (b - a) / Math.max(a, b)
  })
}

describe('silhouetteSamples(matrix, labels)', () => {
  it('is (b - a) / max(a, b)', () => {
    const samples = silhouetteSamples(column(0, 1, 10, 11), Int32Array.of(0, 0, 1, 1))
    expect(samples[0]).toBeCloseTo((10.5 - 1) / 10.5, 14)
    expect(samples[1]).toBeCloseTo((9.5 - 1) / 9.5, 14)
  })

  it('is 0 for a singleton, and where all rows coincide', () => {
    expect(silhouetteSamples(column(0, 5, 6), Int32Array.of(0, 1, 1))[0]).toBe(0)
    expect(silhouetteSamples(column(3, 3, 3, 3), Int32Array.of(0, 0, 1, 1))).toEqual(
      new Float64Array(4),
    )
  })

  it('is NaN with one cluster, and empty for no rows', () => {
    expect(silhouetteSamples(column(1, 2), Int32Array.of(0, 0))).toEqual(Float64Array.of(NaN, NaN))
    expect(silhouetteSamples(column(), new Int32Array(0))).toEqual(new Float64Array(0))
  })

  it('counts a row labelled -1 in no cluster and gives it none', () => {
    const withNoise = silhouetteSamples(column(0, 1, 500, 10, 11), Int32Array.of(0, 0, -1, 1, 1))
    const without = silhouetteSamples(column(0, 1, 10, 11), Int32Array.of(0, 0, 1, 1))
    expect(withNoise[2]).toBeNaN()
    expect(withNoise.filter((_, i) => i !== 2)).toEqual(without)
  })

  it('passes over a label that no row has', () => {
    expect(silhouetteSamples(column(0, 1, 10, 11), Int32Array.of(0, 0, 3, 3))).toEqual(
      silhouetteSamples(column(0, 1, 10, 11), Int32Array.of(0, 0, 1, 1)),
    )
  })

  it('does not depend on the unit, however large', () => {
    const labels = Int32Array.of(0, 0, 1, 1)
    const small = silhouetteSamples(column(0, 1, 10, 11), labels)
    const large = silhouetteSamples(column(0, 1e150, 1e151, 1.1e151), labels)
    small.forEach((value, i) => expect(large[i]).toBeCloseTo(value, 12))
  })

  it('is the definition, pair by pair', () => {
    const row = fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -1, max: 3 }))
    fc.assert(
      fc.property(fc.array(row, { maxLength: 25 }), (rows) => {
        const values = rows.map(([value]) => value)
        const labels = rows.map(([, label]) => label)
        const expected = naive(values, labels)
        const samples = silhouetteSamples(column(...values), Int32Array.from(labels))
        samples.forEach((value, i) => {
          if (Number.isNaN(expected[i])) expect(value).toBeNaN()
          else expect(value).toBeCloseTo(expected[i], 10)
        })
      }),
    )
  })
})

describe('silhouetteSamplesOf(matrix, labelings)', () => {
  it('of several labelings is each by itself', () => {
    const random = createRandom(4)
    const matrix = { X: new Float64Array(180).map(() => random.next()), nSamples: 60, nFeatures: 3 }
    const labelings = [2, 3, 7].map((k) => Int32Array.from({ length: 60 }, () => random.nextInt(k)))
    silhouetteSamplesOf(matrix, labelings).forEach((samples, l) => {
      const alone = silhouetteSamples(matrix, labelings[l])
      samples.forEach((value, i) => expect(value).toBeCloseTo(alone[i], 12))
    })
  })

  it('of no labelings is none', () => {
    expect(silhouetteSamplesOf(column(1, 2), [])).toEqual([])
  })
})

describe('silhouetteScore(matrix, labels)', () => {
  it('is the mean of the rows that have one; NaN when none has', () => {
    const labels = Int32Array.of(0, 0, -1, 1, 1)
    expect(silhouetteScore(column(0, 1, 500, 10, 11), labels)).toBeCloseTo(0.8997493734, 9)
    expect(silhouetteScore(column(1, 2), Int32Array.of(0, 0))).toBeNaN()
  })
})

describe('silhouetteOfOthers(members, others)', () => {
  const members = column(0, 1, 10, 11)
  const labels = Int32Array.of(0, 0, 1, 1)

  it('takes a and b over members only', () => {
    const [value] = silhouetteOfOthers(
      { matrix: members, labels },
      { matrix: column(3), labels: Int32Array.of(0) },
    )
    // To 0 and 1: 2.5; to 10 and 11: 7.5.
    expect(value).toBeCloseTo((7.5 - 2.5) / 7.5, 14)
  })

  it('does not change when there are more others', () => {
    const alone = silhouetteOfOthers(
      { matrix: members, labels },
      { matrix: column(3), labels: Int32Array.of(0) },
    )
    const both = silhouetteOfOthers(
      { matrix: members, labels },
      { matrix: column(3, 4), labels: Int32Array.of(0, 1) },
    )
    expect(both[0]).toBe(alone[0])
  })

  it('compares with a singleton too', () => {
    const [value] = silhouetteOfOthers(
      { matrix: column(0, 9), labels: Int32Array.of(0, 1) },
      { matrix: column(2), labels: Int32Array.of(0) },
    )
    expect(value).toBeCloseTo((7 - 2) / 7, 14)
  })

  it('is NaN for label -1, for a cluster without members, and with fewer than two clusters', () => {
    const others = column(3, 3)
    expect(
      silhouetteOfOthers(
        { matrix: members, labels },
        { matrix: others, labels: Int32Array.of(-1, 7) },
      ),
    ).toEqual(Float64Array.of(NaN, NaN))
    const one = Int32Array.of(0, 0, 0, 0)
    expect(
      silhouetteOfOthers(
        { matrix: members, labels: one },
        { matrix: column(3), labels: Int32Array.of(0) },
      )[0],
    ).toBeNaN()
    expect(
      silhouetteOfOthers(
        { matrix: members, labels },
        { matrix: column(), labels: new Int32Array(0) },
      ),
    ).toHaveLength(0)
  })
})
