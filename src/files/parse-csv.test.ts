import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exportCsv } from './export-csv'
import { parseCsv } from './parse-csv'

describe('parseCsv(text)', () => {
  test('gives back the cells of exportCsv as text', () => {
    const text = exportCsv(
      ['store', 'note'],
      [
        ['007', 'a "b",\r\nc'],
        [null, 0.5],
        [' x', true],
      ],
    )
    expect(parseCsv(text)).toEqual([
      ['store', 'note'],
      ['007', 'a "b",\r\nc'],
      ['', '0.5'],
      [' x', 'true'],
    ])
  })

  test('gives back any cells', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\r', '\n', ' ', '\ufeff', 'é') })
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell)), (rows) => {
        expect(parseCsv(exportCsv(['a', 'b'], rows))).toEqual([['a', 'b'], ...rows])
      }),
    )
  })

  test('has no rows in no text', () => {
    expect(parseCsv('')).toEqual([])
    expect(parseCsv(exportCsv(['a'], []))).toEqual([['a']])
  })

  test('keeps the last row of a text that is cut off', () => {
    expect(parseCsv('a,b\r\n1,2')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
  })
})
