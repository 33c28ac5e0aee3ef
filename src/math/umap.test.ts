import { describe, expect, it } from 'vitest'
import type { Matrix } from './matrix'
import { createRandom } from './random'
import { squaredDistance } from './squared-distances'
import { umap } from './umap'

function twoClouds(nSamples: number, nFeatures = 5): Matrix {
  const random = createRandom(3)
  const X = Float64Array.from(
    { length: nSamples * nFeatures },
    (_, at) => random.next() + (Math.floor(at / nFeatures) % 2) * 20,
  )
  return { X, nSamples, nFeatures }
}

describe('umap(matrix, randomState)', () => {
  it('keeps two clouds apart: the nearest point is one of the own cloud', () => {
    const picture = umap(twoClouds(80), 42)
    const pointOf = (i: number) => picture.subarray(2 * i, 2 * i + 2)
    for (let i = 0; i < 80; i++) {
      const others = [...Array(80).keys()].filter((other) => other !== i)
      const distance = (other: number) => squaredDistance(pointOf(i), pointOf(other))
      const nearest = others.reduce((a, b) => (distance(b) < distance(a) ? b : a))
      expect(nearest % 2).toBe(i % 2)
    }
  })

  it('is the same for the same seed, another for another one', () => {
    expect(umap(twoClouds(40), 42)).toEqual(umap(twoClouds(40), 42))
    expect(umap(twoClouds(40), 7)).not.toEqual(umap(twoClouds(40), 42))
  })

  it('tells how much is done, from the search to the end', () => {
    const shares: number[] = []
    umap(twoClouds(30), 1, (share) => shares.push(share))
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    // A quarter of the way is the search, row after row.
    expect(shares[0]).toBeCloseTo(0.25 / 30, 12)
    expect(shares[29]).toBe(0.25)
    expect(shares[30]).toBeGreaterThan(0.25)
    expect(shares.at(-1)).toBe(1)
  })

  it('draws fewer than four rows on a line, four as a picture', () => {
    const line = Float64Array.of(0, 0, 1, 0, 2, 0)
    expect(umap(twoClouds(3), 42)).toEqual(line)
    expect(umap(twoClouds(4), 42).subarray(0, 6)).not.toEqual(line)
  })

  it('draws few rows, and rows that are all the same, at finite places', () => {
    for (const nSamples of [0, 1, 3, 4, 5, 20]) {
      const same = { X: new Float64Array(nSamples * 2), nSamples, nFeatures: 2 }
      const picture = umap(same, 42)
      expect(picture).toHaveLength(2 * nSamples)
      expect(picture.every(Number.isFinite)).toBe(true)
    }
  })
})
