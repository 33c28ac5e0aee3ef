import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leadingEigen } from './leading-eigen'
import { createRandom } from './random'
import { symmetricEigen } from './symmetric-eigen'

/** The lower triangle, row by row. */
const packedOf = (n: number, cellAt: (i: number, j: number) => number) =>
  Float64Array.from(
    Array.from({ length: n }, (_, i) =>
      Array.from({ length: i + 1 }, (__, j) => cellAt(i, j)),
    ).flat(),
  )
const cellOf = (packed: Float64Array, i: number, j: number) =>
  packed[i >= j ? (i * (i + 1)) / 2 + j : (j * (j + 1)) / 2 + i]

/** The values fall, and each vector is of length 1, at right angles to the others and only stretched. */
function expectPairs(packed: Float64Array, n: number, count: number) {
  const { values, vectors } = leadingEigen(packed, count)
  expect(values).toHaveLength(count)
  expect(vectors).toHaveLength(count * n)
  const vectorAt = (c: number) => vectors.subarray(c * n, (c + 1) * n)
  const largest = Math.abs(values[0]) + 1
  for (let a = 0; a < count; a++) {
    if (a > 0) expect(values[a]).toBeLessThanOrEqual(values[a - 1])
    const own = vectorAt(a)
    for (let b = 0; b <= a; b++) {
      const product = own.reduce((sum, cell, i) => sum + cell * vectorAt(b)[i], 0)
      expect(product).toBeCloseTo(a === b ? 1 : 0, 10)
    }
    own.forEach((cell, i) => {
      const image = own.reduce((sum, other, j) => sum + cellOf(packed, i, j) * other, 0)
      expect(Math.abs(image - values[a] * cell)).toBeLessThan(1e-10 * largest)
    })
  }
  return values
}

/** The lower triangle of Q diag(values) Q' for a random Q. */
function packedWith(values: readonly number[]) {
  const n = values.length
  const random = createRandom(23)
  const noise = Float64Array.from({ length: n * n }, () => random.next() - 0.5)
  const symmetric = noise.map((value, at) => value + noise[(at % n) * n + Math.floor(at / n)])
  const { vectors } = symmetricEigen(symmetric, n)
  const packed = new Float64Array((n * (n + 1)) / 2)
  for (let i = 0, at = 0; i < n; i++)
    for (let j = 0; j <= i; j++, at++)
      for (let c = 0; c < n; c++) packed[at] += values[c] * vectors[c * n + i] * vectors[c * n + j]
  return packed
}

describe('leadingEigen(packed, count)', () => {
  it('gives the largest values and their vectors of a matrix worked out by hand', () => {
    // 2 1 0 / 1 2 0 / 0 0 2: values 3, 2, 1.
    const { values, vectors } = leadingEigen(Float64Array.of(2, 1, 2, 0, 0, 2), 2)
    expect(values[0]).toBeCloseTo(3, 12)
    expect(values[1]).toBeCloseTo(2, 12)
    const expected = [Math.SQRT1_2, Math.SQRT1_2, 0, 0, 0, 1]
    vectors.forEach((cell, at) => expect(Math.abs(cell)).toBeCloseTo(expected[at], 9))
  })

  it('is the top of the whole decomposition', () => {
    const size = fc.integer({ min: 1, max: 9 })
    const cells = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 81, maxLength: 81 })
    fc.assert(
      fc.property(size, size, cells, (n, wanted, drawn) => {
        const packed = packedOf(n, (i, j) => drawn[i * 9 + j])
        const count = Math.min(n, wanted)
        const values = expectPairs(packed, n, count)
        const full = Float64Array.from({ length: n * n }, (_, at) =>
          cellOf(packed, Math.floor(at / n), at % n),
        )
        const expected = symmetricEigen(full, n).values.slice(0, count)
        values.forEach((value, c) => expect(value).toBeCloseTo(expected[c], 9))
      }),
    )
  })

  it('begins anew from the best so far where values are so close that its room is used up', () => {
    // The second difference of 100 cells: 2 - 2 cos(k pi / 101), largest for k = 100.
    const packed = packedOf(100, (i, j) => (i === j ? 2 : i === j + 1 ? -1 : 0))
    const values = expectPairs(packed, 100, 3)
    values.forEach((value, c) =>
      expect(value).toBeCloseTo(2 - 2 * Math.cos(((100 - c) * Math.PI) / 101), 11),
    )
  })

  it('fills up with vectors at right angles where the matrix has fewer, or is 0', () => {
    const of = (i: number) => (i % 7) - 3
    const line = packedOf(80, (i, j) => of(i) * of(j))
    const length = Array.from({ length: 80 }, (_, i) => of(i) ** 2).reduce((a, b) => a + b)
    const values = expectPairs(line, 80, 3)
    expect(values[0]).toBeCloseTo(length, 9)
    expect(values[1]).toBeCloseTo(0, 9)
    expect([
      ...expectPairs(
        packedOf(70, () => 0),
        70,
        2,
      ),
    ]).toEqual([0, 0])
  })

  it('is what all eigenvalues begin with, however slowly they fall', () => {
    const values = Array.from({ length: 220 }, (_, i) => 10 / (1 + 0.05 * i))
    const { values: found, vectors } = leadingEigen(packedWith(values), 6)
    found.forEach((value, c) => expect(value / values[c]).toBeCloseTo(1, 12))
    expect(vectors).toHaveLength(6 * 220)
  })

  it('is as exact in a small unit', () => {
    const values = Array.from({ length: 120 }, (_, i) => 1e-6 / (1 + 0.05 * i))
    const { values: found } = leadingEigen(packedWith(values), 3)
    found.forEach((value, c) => expect(value / values[c]).toBeCloseTo(1, 12))
  })

  it('gives as many as are asked for where the first block already holds all that is not 0', () => {
    const values = expectPairs(
      packedOf(70, (i, j) => (i === 0 && j === 0 ? 1 : 0)),
      70,
      7,
    )
    expect(values[0]).toBeCloseTo(1, 12)
  })

  it('finds every vector of a value that is there several times', () => {
    const values = Array.from({ length: 150 }, (_, i) => (i < 5 ? 3 : 1 / (i + 1)))
    const { values: found, vectors } = leadingEigen(packedWith(values), 5)
    for (const value of found) expect(value).toBeCloseTo(3, 11)
    for (let a = 0; a < 5; a++) {
      for (let b = 0; b <= a; b++) {
        let product = 0
        for (let i = 0; i < 150; i++) product += vectors[a * 150 + i] * vectors[b * 150 + i]
        expect(product).toBeCloseTo(a === b ? 1 : 0, 11)
      }
    }
  })

  it('ends where the matrix has fewer directions than are asked for', () => {
    const values = Array.from({ length: 100 }, (_, i) => (i < 3 ? 3 - i : 0))
    const { values: found } = leadingEigen(packedWith(values), 10)
    expect(found[2]).toBeCloseTo(1, 12)
    for (const value of found.slice(3)) expect(Math.abs(value)).toBeLessThan(1e-12)
  })

  it('is the same each time', () => {
    const random = createRandom(1)
    const packed = packedOf(80, () => random.next())
    expect(leadingEigen(packed, 4)).toEqual(leadingEigen(packed, 4))
    expectPairs(packed, 80, 4)
  })
})
