import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitDbscan } from './dbscan'
import type { Matrix } from './matrix'

const line = (...cells: readonly number[]): Matrix => ({
  X: Float64Array.from(cells),
  nSamples: cells.length,
  nFeatures: 1,
})

describe('fitDbscan(matrix, params)', () => {
  it('finds dense groups, numbered by their first core row, and noise', () => {
    const fit = fitDbscan(line(50, 0, 0.1, 0.2, 9, 9.1, 9.2), { eps: 0.5, minSamples: 3 })
    expect([...fit.labels]).toEqual([-1, 0, 0, 0, 1, 1, 1])
    expect(fit.nClusters).toBe(2)
    expect([...fit.isCore]).toEqual([0, 1, 1, 1, 1, 1, 1])
  })

  it('gives a row on the border of two clusters to the first', () => {
    const cells = [1.5, 2.25, 2.5, 2.75, 3, 0, 0.25, 0.5, 0.75]
    const { labels, isCore } = fitDbscan(line(...cells), { eps: 0.75, minSamples: 4 })
    expect([isCore[0], labels[0]]).toEqual([0, 0])
    expect(labels[1]).toBe(0)
    expect(labels[8]).toBe(1)
  })

  it('a row at exactly eps is a neighbour', () => {
    expect([...fitDbscan(line(0, 0.5), { eps: 0.5, minSamples: 2 }).labels]).toEqual([0, 0])
    expect([...fitDbscan(line(0, 0.5), { eps: 0.4999, minSamples: 2 }).labels]).toEqual([-1, -1])
  })

  it('takes equal rows for one cluster, and every row for one where one is enough', () => {
    expect([...fitDbscan(line(7, 7, 7, 7), { eps: 0.1, minSamples: 4 }).labels]).toEqual([
      0, 0, 0, 0,
    ])
    expect([...fitDbscan(line(1, 9), { eps: 0.1, minSamples: 1 }).labels]).toEqual([0, 1])
  })

  it('is defined at the ends of the range, and for one row and none', () => {
    const extreme = fitDbscan(line(1e150, -1e150, 5e-324, 0), { eps: 1e-3, minSamples: 2 })
    expect([...extreme.labels]).toEqual([-1, -1, 0, 0])
    expect([...fitDbscan(line(3), { eps: 1e200, minSamples: 5 }).labels]).toEqual([-1])
    expect(fitDbscan(line(), { eps: 1, minSamples: 5 }).nClusters).toBe(0)
  })

  it('refuses a neighbourhood of nothing, and missing values', () => {
    expect(() => fitDbscan(line(1), { eps: 0, minSamples: 5 })).toThrow(
      new RangeError('eps must be above 0; got 0.'),
    )
    expect(() => fitDbscan(line(1), { eps: 1, minSamples: 0 })).toThrow(
      new RangeError('minSamples must be at least 1; got 0.'),
    )
    expect(() => fitDbscan(line(NaN), { eps: 1, minSamples: 5 })).toThrow(/^DBSCAN needs finite/)
  })

  it('is what the definition says of rows of several columns', () => {
    const cell = fc.integer({ min: 0, max: 9 })
    const rows = fc.array(fc.tuple(cell, cell, cell), { maxLength: 18 })
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 5 }), (cells, minSamples) => {
        const matrix = { X: Float64Array.from(cells.flat()), nSamples: cells.length, nFeatures: 3 }
        const fit = fitDbscan(matrix, { eps: 3, minSamples })
        const isNear = (a: number, b: number) =>
          cells[a].reduce((sum, value, j) => sum + (value - cells[b][j]) ** 2, 0) <= 9
        const all = [...cells.keys()]
        const cores = all.filter((a) => all.filter((b) => isNear(a, b)).length >= minSamples)
        const labels = all.map(() => -1)
        let nClusters = 0
        for (const first of cores) {
          if (labels[first] !== -1) continue
          for (const open = [first]; open.length > 0;) {
            const core = open.shift() ?? first
            for (const row of all) {
              if (labels[row] !== -1 || !isNear(core, row)) continue
              labels[row] = nClusters
              if (cores.includes(row)) open.push(row)
            }
          }
          nClusters++
        }
        expect([...fit.labels]).toEqual(labels)
        expect(fit.nClusters).toBe(nClusters)
        expect([...fit.isCore]).toEqual(all.map((row) => (cores.includes(row) ? 1 : 0)))
      }),
      { numRuns: 300 },
    )
  })

  it('core rows are together if and only if steps of eps over core rows lead from one to another', () => {
    const cells = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(cells, fc.integer({ min: 1, max: 5 }), (values, minSamples) => {
        const { labels, isCore, nClusters } = fitDbscan(line(...values), { eps: 2, minSamples })
        const cores = values.flatMap((value, row) => (isCore[row] === 1 ? [{ value, row }] : []))
        const sorted = cores.toSorted((a, b) => a.value - b.value)
        sorted.slice(1).forEach(({ value, row }, at) => {
          const before = sorted[at]
          expect(labels[row] === labels[before.row]).toBe(value - before.value <= 2)
        })
        values.forEach((value, row) => {
          const near = cores.filter((core) => Math.abs(core.value - value) <= 2)
          const first = near.reduce((least, core) => Math.min(least, labels[core.row]), Infinity)
          expect(labels[row]).toBe(near.length === 0 ? -1 : isCore[row] ? labels[row] : first)
        })
        expect(new Set(labels.filter((label) => label >= 0)).size).toBe(nClusters)
      }),
    )
  })
})
