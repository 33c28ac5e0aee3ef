import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { concentrate, smallest } from './concentrate'

type Cells = readonly number[]
const sumOf = (values: Cells) => values.reduce((sum, value) => sum + value, 0)
const cross = (a: Cells, b: Cells) =>
  [0, 1, 2].map((j) => a[(j + 1) % 3] * b[(j + 2) % 3] - a[(j + 2) % 3] * b[(j + 1) % 3])
const dot = (a: Cells, b: Cells) => sumOf(a.map((value, j) => value * b[j]))

/** Determinant of the covariance of some rows of three cells, and the squared distance of a row. */
function metricOf(rows: readonly Cells[]) {
  const mean = [0, 1, 2].map((j) => sumOf(rows.map((row) => row[j])) / rows.length)
  const off = (row: Cells) => row.map((value, j) => value - mean[j])
  const [p, q, r] = [0, 1, 2].map((a) =>
    [0, 1, 2].map((b) => sumOf(rows.map((row) => off(row)[a] * off(row)[b])) / rows.length),
  )
  const determinant = dot(cross(p, q), r)
  const squared = (row: Cells) =>
    dot(
      off(row),
      [cross(q, r), cross(r, p), cross(p, q)].map((line) => dot(line, off(row)) / determinant),
    )
  return { determinant, squared }
}

/** The same steps by the definitions; null where rounding may decide. */
function byHand(rows: readonly Cells[], start: Cells, nSupport: number, maxSteps: number) {
  let best = { rows: start, logDet: Infinity }
  let own = start
  for (let step = 0; step <= maxSteps; step++) {
    const { determinant, squared } = metricOf(own.map((i) => rows[i]))
    if (determinant < 0.01) return null
    const logDet = Math.log(determinant)
    if (step > 0 && logDet > best.logDet - 1e-9) return best
    if (own.length === nSupport) best = { rows: own, logDet }
    const sorted = [...rows.keys()].sort((a, b) => squared(rows[a]) - squared(rows[b]))
    const edge = squared(rows[sorted[nSupport - 1]])
    if (nSupport < rows.length && squared(rows[sorted[nSupport]]) < edge + 1e-6) return null
    own = sorted.slice(0, nSupport).sort((a, b) => a - b)
  }
  return best
}

describe('concentrate(matrix, start, limits)', () => {
  it('goes to the nearest rows while their determinant falls, for so many steps', () => {
    const cell = fc.integer({ min: -9, max: 9 })
    const given = fc.record({
      rows: fc.array(fc.tuple(cell, cell, cell), { minLength: 9, maxLength: 14 }),
      nStart: fc.integer({ min: 5, max: 9 }),
      nSupport: fc.integer({ min: 6, max: 9 }),
      maxSteps: fc.integer({ min: 0, max: 4 }),
    })
    fc.assert(
      fc.property(given, ({ rows, nStart, nSupport, maxSteps }) => {
        const start = [...rows.keys()].slice(0, nStart)
        const expected = byHand(rows, start, nSupport, maxSteps)
        fc.pre(expected !== null)
        const matrix = { X: Float64Array.from(rows.flat()), nSamples: rows.length, nFeatures: 3 }
        const found = concentrate(matrix, Int32Array.from(start), { nSupport, maxSteps })
        expect([...found.rows]).toEqual(expected?.rows)
        if (found.logDet < Infinity) expect(found.logDet).toBeCloseTo(expected?.logDet ?? NaN, 8)
        else expect(expected?.logDet).toBe(Infinity)
      }),
      { numRuns: 300 },
    )
  })

  it('answers rows that vary in no more than one direction as they are', () => {
    const X = Float64Array.of(0, 5, 1, 5, 2, 5, 9, 7)
    const start = Int32Array.of(0, 1, 2)
    expect(
      concentrate({ X, nSamples: 4, nFeatures: 2 }, start, { nSupport: 3, maxSteps: 9 }),
    ).toEqual({ rows: start, logDet: -Infinity })
  })
})

it('smallest(values, count) are the places of the smallest, the first of those that are equal', () => {
  const values = Float64Array.of(3, 1, 2, 1, 1)
  expect([...smallest(values, 2)]).toEqual([1, 3])
  expect([...smallest(values, 3)]).toEqual([1, 3, 4])
  expect([...smallest(values, 4)]).toEqual([1, 2, 3, 4])
  expect([...smallest(Float64Array.of(2, 1, 2, 2), 3)]).toEqual([0, 1, 2])
  expect([...values]).toEqual([3, 1, 2, 1, 1])
})
