import { describe, expect, it } from 'vitest'
import type { Table } from '../../table/table'
import { readAsTrained } from './read-as-trained'

const table: Table = {
  nRows: 3,
  columns: [
    { type: 'number', name: 'beer', values: Float64Array.of(30, Number.NaN, 0) },
    { type: 'number', name: 'wine', values: Float64Array.of(10, 5, 0) },
    { type: 'number', name: 'age', values: Float64Array.of(40, Number.NaN, 50) },
  ],
}
const cellsOf = ({ columns }: Table) =>
  columns.map((column) => [column.name, ...(column.type === 'number' ? column.values : [])])

describe('readAsTrained(table, reading)', () => {
  it('changes nothing where nothing was done before training', () => {
    const read = readAsTrained(table, { zeros: [], absent: 'zero', shares: null })
    expect(read.table).toEqual(table)
    expect([...read.hasTotal]).toEqual([1, 1, 1])
  })

  it('reads empty cells of the named columns as 0, and a named column that is not there', () => {
    const read = readAsTrained(table, { zeros: ['beer', 'gin'], absent: 'zero', shares: null })
    expect(cellsOf(read.table)).toEqual([
      ['beer', 30, 0, 0],
      ['gin', 0, 0, 0],
      ['wine', 10, 5, 0],
      ['age', 40, Number.NaN, 50],
    ])
  })

  it('leaves a column unknown that no file has, where the model says so', () => {
    const reading = { zeros: ['beer', 'gin'], absent: 'unknown', shares: null } as const
    expect(cellsOf(readAsTrained(table, reading).table).slice(0, 2)).toEqual([
      ['beer', 30, 0, 0],
      ['gin', Number.NaN, Number.NaN, Number.NaN],
    ])
  })

  it('takes percent of the total of a row, and has none where that is 0', () => {
    const read = readAsTrained(table, { zeros: ['beer'], absent: 'zero', shares: ['beer', 'wine'] })
    expect(cellsOf(read.table).slice(0, 2)).toEqual([
      ['beer', 75, 0, Number.NaN],
      ['wine', 25, 100, Number.NaN],
    ])
    expect([...read.hasTotal]).toEqual([1, 1, 0])
  })

  it('knows no share of a row whose total is not known, as in training', () => {
    const read = readAsTrained(table, { zeros: [], absent: 'zero', shares: ['wine', 'beer'] })
    expect(cellsOf(read.table).slice(0, 2)).toEqual([
      ['wine', 25, Number.NaN, Number.NaN],
      ['beer', 75, Number.NaN, Number.NaN],
    ])
    expect([...read.hasTotal]).toEqual([1, 1, 0])
  })

  it('never reads a cell as 0 that holds a word or a failed formula', () => {
    const [beer, ...others] = table.columns
    const hurt = { ...table, columns: [{ ...beer, unreadable: new Map([[1, '4OO']]) }, ...others] }
    const reading = { zeros: ['beer'], absent: 'zero', shares: ['beer', 'wine'] } as const
    const read = readAsTrained(hurt, reading)
    expect(cellsOf(read.table).slice(0, 2)).toEqual([
      ['beer', 75, Number.NaN, Number.NaN],
      ['wine', 25, Number.NaN, Number.NaN],
    ])
    expect([...read.hasTotal]).toEqual([1, 1, 0])
  })
})
