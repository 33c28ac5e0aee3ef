import { describe, expect, it } from 'vitest'
import { cellText, type Table } from '../table/table'
import { selectRows } from '../table/select-rows'
import { inspectFile } from './inspect'
import { readChunks, readTable } from './read-table'
import type { ReadOverrides, SourceProfile } from './source-profile'

async function inspect(blob: Blob, overrides: ReadOverrides = {}): Promise<SourceProfile> {
  const inspection = await inspectFile('t.csv', blob, { overrides })
  if (!inspection.ok) throw new Error(inspection.failure.message)
  return inspection.profile
}

async function tableOf(
  content: string,
  ids: readonly string[],
  overrides: ReadOverrides = {},
): Promise<Table> {
  const blob = new Blob([content])
  return readTable(blob, await inspect(blob, overrides), ids)
}

function cellsOf(table: Table): (string | null)[][] {
  return Array.from({ length: table.nRows }, (_, row) =>
    table.columns.map((column) => cellText(column, row)),
  )
}

describe('readTable(blob, profile, idColumns)', () => {
  it('F-24 F-41 gives ids back byte for byte, also those that look like numbers or null', async () => {
    const ids = ['123', '00123', '1E5', '9007199254740993', ' 7 ', 'NA', '-', '1.0', 'null', '12']
    const table = await tableOf(`store,x\n${ids.map((id) => `${id},1`).join('\n')}\n`, ['store'])
    expect(cellsOf(table).map(([id]) => id)).toEqual(ids)
    expect(table.columns[0]?.type).toBe('text')
  })

  it('has a numeric id as text where it is an id, and as numbers where it is not', async () => {
    expect((await tableOf('store,x\n2,1\n10,2\n', ['store'])).columns[0]).toEqual({
      type: 'text',
      name: 'store',
      codes: Int32Array.of(1, 0),
      levels: ['10', '2'],
    })
    expect((await tableOf('store,x\n2,1\n10,2\n', [])).columns[0]).toMatchObject({
      type: 'number',
      values: Float64Array.of(2, 10),
    })
  })

  it('F-22 keeps a word and a failed formula apart from an empty cell, in the rows they are in', async () => {
    const rows = Array.from({ length: 17_000 }, (_, row) =>
      row === 2 ? '4OO' : row === 3 ? 'NA' : row === 16_999 ? '#REF!' : `${row}`,
    )
    const table = await tableOf(`store,x\n${rows.map((cell) => `s,${cell}`).join('\n')}\n`, [
      'store',
    ])
    const [, x] = table.columns
    expect(x?.type === 'number' && x.unreadable).toEqual(
      new Map([
        [2, '4OO'],
        [16_999, '#REF!'],
      ]),
    )
    expect(selectRows(table, [0, 2, 2, 3]).columns[1]).toEqual({
      type: 'number',
      name: 'x',
      values: Float64Array.of(0, Number.NaN, Number.NaN, Number.NaN),
      unreadable: new Map([
        [1, '4OO'],
        [2, '4OO'],
      ]),
    })
    expect(selectRows(table, [3]).columns[1]).not.toHaveProperty('unreadable')
  })

  it('F-22 an empty id is missing and nothing else', async () => {
    const table = await tableOf('store,x\n,1\nNA,2\n', ['store'])
    expect(cellsOf(table)).toEqual([
      [null, '1'],
      ['NA', '2'],
    ])
  })

  it('keeps gaps as gaps however many rows there are', async () => {
    const cells = Array.from({ length: 1000 }, (_, i) =>
      i % 3 === 0 ? ['', ''] : [`s${i}`, `${i}`],
    )
    const table = await tableOf(`id,x\n${cells.map((row) => row.join(',')).join('\n')}\n`, ['id'])
    const expected = cells.map((row) => row.map((cell) => (cell === '' ? null : cell)))
    expect(cellsOf(table)).toEqual(expected)
  })

  it('F-20 reads numbers by the format of their column, and what cannot be read as missing', async () => {
    const rows = Array.from({ length: 20 }, (_, i) => `A${i};1.${i + 100},5`)
    const table = await tableOf(`id;x\n${rows.join('\n')}\nB;closed\nC;\n`, ['id'])
    const values = cellsOf(table).map(([, value]) => value)
    expect(values.slice(0, 2)).toEqual(['1100.5', '1101.5'])
    expect(values.slice(-2)).toEqual([null, null])
  })

  it('keeps booleans and dates as they are written', async () => {
    const table = await tableOf('id,open,since\nA,Yes,2024-01-05\nB,NO,\n', ['id'])
    expect(table.columns.map((column) => column.type)).toEqual(['text', 'boolean', 'date'])
    expect(cellsOf(table)).toEqual([
      ['A', 'Yes', '2024-01-05'],
      ['B', 'NO', null],
    ])
  })

  it('F-30 finds a column called __proto__', async () => {
    const table = await tableOf('__proto__,toString\nA,1\n', ['__proto__'])
    expect(cellsOf(table)).toEqual([['A', '1']])
  })

  it('F-13 leaves out empty columns at the edge and the surplus of long rows', async () => {
    const table = await tableOf('a,b,,\n1,2,,\n3\n5,6,,,\n', [])
    expect(cellsOf(table)).toEqual([
      ['1', '2'],
      ['3', null],
      ['5', '6'],
    ])
  })

  it('reads the first row too where there is no header', async () => {
    expect((await tableOf('1,2\n3,4\n', [])).nRows).toBe(2)
  })
})

describe('readChunks(blob, profile, idColumns)', () => {
  it('cuts at 16,384 rows, numbers them, and gives each chunk levels of its own', async () => {
    const nRows = 40_000
    const lines = Array.from({ length: nRows }, (_, i) => `s${i},${i / 4}`)
    const blob = new Blob([`store,x\n${lines.join('\n')}\n`])
    const profile = await inspect(blob)
    const sizes: number[][] = []
    for await (const { table, firstRow } of readChunks(blob, profile, ['store'])) {
      const [store] = table.columns
      const nLevels = store === undefined || store.type === 'number' ? -1 : store.levels.length
      sizes.push([firstRow, table.nRows, nLevels])
    }
    expect(sizes).toEqual([
      [0, 16_384, 16_384],
      [16_384, 16_384, 16_384],
      [32_768, 7232, 7232],
    ])
  })
})
