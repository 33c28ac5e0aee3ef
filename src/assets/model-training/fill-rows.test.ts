import { describe, expect, it } from 'vitest'
import { makeCompute } from '../feature-engineering/imputed-features/compute'
import { internal } from '../specs'
import { defaultsOf } from '../testing/defaults-of'
import { typeColumn } from '../testing/fixture-source'
import { silent } from '../testing/silent'
import { fillRows } from './fill-rows'

type Cells = Readonly<Record<string, readonly (string | number)[]>>

const tableOf = (cells: Cells) => ({
  nRows: Object.values(cells)[0]?.length ?? 0,
  columns: Object.entries(cells).map(([name, column]) => typeColumn(name, column.map(String))),
})

/** What the stage learns from a table: how its columns are filled and encoded. */
function learn(cells: Cells, imputation_type: 'simple' | 'knn' | 'iterative') {
  const { columns, nRows } = tableOf(cells)
  const storeIds = Array.from({ length: nRows }, (_, row) => `s${row}`)
  const rest = { dropped: [], selection: null, unknownNames: [], excluded: [] }
  const filtered = { storeIds, columns, isCompositional: false, ...rest }
  const params = { ...defaultsOf(internal.imputed.params), imputation_type, knn_neighbors: 2 }
  return makeCompute('internal')({ filtered }, params, silent)
}

const seen: Cells = {
  age: [30, 40, '', 60, 35, 52],
  kind: ['a', 'b', 'b', '', 'a', 'b'],
  pay: [3, 4, 5, 6.5, '', 5],
}

describe.each(['simple', 'knn', 'iterative'] as const)('fillRows(table, %s)', (rule) => {
  const learnt = learn(seen, rule)

  it('gives the rows that it learnt from what they got then', () => {
    expect(fillRows(tableOf(seen), learnt).X).toEqual(learnt.X)
  })

  it('takes a column that is not there, or of another type, for empty cells', () => {
    const empty = fillRows(tableOf({ age: [44], pay: [''], kind: ['b'] }), learnt)
    expect(fillRows(tableOf({ age: [44], kind: ['b'] }), learnt)).toEqual(empty)
    expect(fillRows(tableOf({ age: [44], kind: ['b'], pay: ['much'] }), learnt)).toEqual(empty)
    const unknown = fillRows(tableOf({ age: [44], pay: [5], kind: [''] }), learnt)
    expect(fillRows(tableOf({ age: [44], pay: [5], kind: [7] }), learnt)).toEqual(unknown)
  })

  it('has a value for every cell of a row of which nothing is known', () => {
    expect(fillRows({ nRows: 1, columns: [] }, learnt).X.every(Number.isFinite)).toBe(true)
    expect(fillRows({ nRows: 0, columns: [] }, learnt).X).toHaveLength(0)
  })
})

it('a new row is filled from what it has, where the method looks at other columns', () => {
  for (const rule of ['knn', 'iterative'] as const) {
    const learnt = learn(seen, rule)
    const pay = learnt.featureNames.indexOf('pay')
    const [young, old] = [30, 60].map((age) => fillRows(tableOf({ age: [age] }), learnt).X[pay])
    expect(young).toBeLessThan(old)
  }
  const alike = learn(seen, 'simple')
  const [young, old] = [30, 60].map((age) => fillRows(tableOf({ age: [age] }), alike).X[3])
  expect(young).toBe(old)
})
