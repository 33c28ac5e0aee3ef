import { describe, expect, it } from 'vitest'
import { createCorrelatedColumns } from './correlated-columns'
import { createEqualCells } from './equal-cells'
import { createShareRows } from './share-rows'
import type { Column, Table } from './table'

function tableOf(columns: Readonly<Record<string, readonly (number | string)[]>>): Table {
  const all = Object.entries(columns).map(([name, cells]): Column => {
    const numbers = cells.filter((cell) => typeof cell === 'number')
    if (numbers.length === cells.length)
      return { type: 'number', name, values: Float64Array.from(numbers) }
    const levels = [...new Set(cells.map(String).filter((cell) => cell !== ''))]
    const codes = Int32Array.from(cells, (cell) => levels.indexOf(String(cell)))
    return { type: 'text', name, codes, levels }
  })
  return { nRows: Object.values(columns)[0].length, columns: all }
}

const rows = Array.from({ length: 40 }, (_, i) => i)

describe('createCorrelatedColumns(names, nRows)', () => {
  const base = rows.map((i) => (i * 7) % 11)
  const columns = {
    base,
    noise: rows.map((i) => (i * 5) % 13),
    double: base.map((value) => 2 * value + 1),
    minus: base.map((value, i) => -value + (i % 2) / 10),
    huge: base.map((value) => value * 1e307),
    gaps: base.map((value, i) => (i < 10 ? NaN : value)),
    few: base.map((value, i) => (i < 34 ? NaN : value)),
  }
  const names = Object.keys(columns)

  it('names the closest column before each, with its r, over the rows that both have', () => {
    const tally = createCorrelatedColumns(names, rows.length)
    tally.add(tableOf(columns))
    const found = tally.read()
    expect(found.map(({ column, twin }) => [column, twin])).toEqual([
      ['double', 'base'],
      ['minus', 'base'],
      ['huge', 'base'],
      ['gaps', 'base'],
    ])
    expect(found[1].r).toBeLessThan(-0.99)
    expect(found[2].r).toBeCloseTo(1, 12)
  })

  it('finds the same however the rows are cut into chunks', () => {
    const whole = createCorrelatedColumns(names, rows.length)
    whole.add(tableOf(columns))
    const cut = createCorrelatedColumns(names, rows.length)
    for (let from = 0; from < rows.length; from += 7) {
      const part = Object.entries(columns).map(([name, cells]) => [
        name,
        cells.slice(from, from + 7),
      ])
      cut.add(tableOf(Object.fromEntries(part)))
    }
    expect(cut.read()).toEqual(whole.read())
  })

  it('holds a bounded part of a long table and finds the same twin in it', () => {
    const nRows = 1_500_000
    const tally = createCorrelatedColumns(['a', 'b', 'c'], nRows)
    const chunk = 100_000
    for (let from = 0; from < nRows; from += chunk) {
      const a = Float64Array.from({ length: chunk }, (_, i) => ((from + i) * 7919) % 104_729)
      const b = a.map((value) => value * 3)
      const c = Float64Array.from({ length: chunk }, (_, i) => ((from + i) * 31) % 997)
      tally.add({
        nRows: chunk,
        columns: [a, b, c].map((values, i) => ({ type: 'number', name: 'abc'[i], values })),
      })
    }
    expect(tally.read()).toMatchObject([{ column: 'b', twin: 'a' }])
  })
})

describe('createEqualCells(names)', () => {
  it('names the first column with the same cells, gaps included, over any cut of the rows', () => {
    const columns = {
      a: ['x', 'y', '', 'x'],
      b: ['x', 'y', '', 'x'],
      c: ['y', 'x', '', 'y'],
      d: ['x', 'y', 'x', ''],
      e: ['x', 'y', '', 'x'],
    }
    const equal = createEqualCells(Object.keys(columns))
    for (const from of [0, 1]) {
      const part = Object.entries(columns).map(([name, cells]) => {
        return [name, from === 0 ? cells.slice(0, 1) : cells.slice(1)]
      })
      equal.add(tableOf(Object.fromEntries(part)))
    }
    expect(equal.read()).toEqual([
      { column: 'b', twin: 'a' },
      { column: 'e', twin: 'a' },
    ])
  })
})

describe('createShareRows(names)', () => {
  const isShares = (columns: Parameters<typeof tableOf>[0]) => {
    const tally = createShareRows(Object.keys(columns).filter((name) => name !== 'id'))
    tally.add(tableOf(columns))
    return tally.read()
  }
  it('is true where every row adds up to 1, or to 100, within half a percent', () => {
    expect(isShares({ id: [7, 8], a: [0.25, 0.5], b: [0.75, 0.496] })).toBe(true)
    expect(isShares({ id: [7, 8], a: [25, 50], b: [75, 50.4] })).toBe(true)
    expect(isShares({ a: [100, 40, NaN], b: [NaN, 60, NaN] })).toBe(true)
  })
  it('is false for other sums, for both kinds in one table, and below 0', () => {
    expect(isShares({ a: [25, 50], b: [75, 51] })).toBe(false)
    expect(isShares({ a: [25, 0.5], b: [75, 0.5] })).toBe(false)
    expect(isShares({ a: [110, 50], b: [-10, 50] })).toBe(false)
    expect(isShares({ a: [100, 100] })).toBe(false)
  })
})
