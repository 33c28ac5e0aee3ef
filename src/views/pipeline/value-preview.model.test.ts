import { describe, expect, test } from 'vitest'
import { histogramOf, seriesOf, spreadOf, tintOf } from './column-shape.model'
import { previewOf, type PreviewTable } from './value-preview.model'

const cells = (table: PreviewTable | undefined) =>
  table?.columns.map(({ name, at }) => [
    name,
    ...Array.from({ length: table.nRows }, (_, row) => at(row)),
  ])

describe('previewOf(value)', () => {
  test('columns that line up with the stores are one table', () => {
    const { tables } = previewOf({
      storeIds: ['001', '002'],
      clusters: Int32Array.of(1, 2),
      isOutlier: Uint8Array.of(0, 1),
      nClusters: 2,
      columns: [
        { type: 'number', name: 'sales', values: Float64Array.of(1.5, 2.5) },
        { type: 'text', name: 'state', codes: Int32Array.of(0, -1), levels: ['IA'] },
      ],
    })
    expect(cells(tables[0])).toEqual([
      ['Store', '001', '002'],
      ['sales', 1.5, 2.5],
      ['state', 'IA', null],
      ['Clusters', 1, 2],
      ['Is outlier', 0, 1],
    ])
  })

  test('X with the names of its columns is a matrix, row by row', () => {
    const { tables } = previewOf({
      storeIds: ['a', 'b'],
      featureNames: ['p', 'q'],
      X: Float64Array.of(1, 2, 3, 4),
    })
    expect(tables[0]?.kind).toBe('matrix')
    expect(cells(tables[0])).toEqual([
      ['Store', 'a', 'b'],
      ['p', 1, 3],
      ['q', 2, 4],
    ])
  })

  test('a list of objects is a table of its single values, the rest are figures', () => {
    const preview = previewOf({
      candidates: [
        { k: 2, silhouette: 0.5, nested: { a: 1 } },
        { k: 3, silhouette: null, nested: { a: 2 } },
      ],
      reason: 'It is best.',
      k: 2,
    })
    expect(cells(preview.tables[0])).toEqual([
      ['K', 2, 3],
      ['Silhouette', 0.5, null],
    ])
    expect(preview.facts).toEqual([
      { name: 'Reason', value: 'It is best.' },
      { name: 'K', value: 2 },
    ])
  })

  test('what has no rows has no table, and no value nothing at all', () => {
    expect(previewOf({ storeIds: [], moves: [] }).tables).toEqual([])
    expect(previewOf(null)).toEqual({ tables: [], facts: [] })
    expect(previewOf([1, 2])).toEqual({ tables: [], facts: [] })
  })

  test('a long value is not walked through: only the rows that are asked for are read', () => {
    const storeIds = Array.from({ length: 200_000 }, (_, i) => String(i))
    const start = performance.now()
    const { tables } = previewOf({ storeIds, distance: new Float64Array(200_000) })
    expect(performance.now() - start).toBeLessThan(50)
    expect(tables[0]?.columns[1]?.at(199_999)).toBe(0)
  })
})

describe('the shape of a column', () => {
  const column = (values: readonly number[]) => ({
    name: 'x',
    isNumber: true,
    at: (row: number) => values[row] ?? null,
  })

  test('counts equal bins, the largest number in the last', () => {
    const bars = histogramOf(column([0, 0, 8, 16]), 4, String)
    expect(bars).toHaveLength(16)
    expect([bars[0]?.value, bars[8]?.value, bars[15]?.value]).toEqual([2, 1, 1])
    expect(bars[0]?.label).toBe('0 to 1')
  })

  test('one value is one bar, and no number none', () => {
    expect(histogramOf(column([3, 3]), 2, String)).toEqual([{ label: '3', value: 2 }])
    expect(histogramOf(column([Number.NaN]), 1, String)).toEqual([])
  })

  test('tints around the mean; a constant column has none', () => {
    const spread = spreadOf(column([-1, 1]), 2)
    expect(spread).toEqual({ mean: 0, deviation: 1 })
    expect([-9, 0, 1, 9].map((value) => tintOf(value, spread))).toEqual([0, 4, 6, 8])
    expect(tintOf(5, { mean: 5, deviation: 0 })).toBe(4)
  })

  test('a score by k leaves out what was not scored', () => {
    const k = { ...column([2, 3]), name: 'K' }
    expect(seriesOf(column([0.5, Number.NaN]), k, 2)).toEqual([{ label: 'K 2', value: 0.5 }])
  })
})
