import { describe, expect, it } from 'vitest'
import type { Column, Table } from '../../table/table'
import { compute as filter } from '../feature-engineering/filtered-features/compute'
import { makeCompute as makeImpute } from '../feature-engineering/imputed-features/compute'
import type { ParamsOf } from '../spec'
import { internal } from '../specs'
import { defaultsOf } from '../testing/defaults-of'
import { typeColumn } from '../testing/fixture-source'
import { createDraw, makeMarket, makeShares } from '../testing/made-up-chain'
import { runStages } from '../testing/run-stages'
import { silent } from '../testing/silent'
import { predict } from './predict'

const impute = makeImpute('internal')
type Stages = Parameters<typeof runStages>[1]
type Imputing = Partial<ParamsOf<typeof internal.imputed>>

/** How k and the outliers were found is not what is tested here. */
const quick: Stages = {
  counts: { k_rule: 'fixed', n_clusters: 4, min_clusters: 4, max_clusters: 4 },
  outliers: { n_estimators: 20 },
}

const idOf = (row: number) => `S${String(row).padStart(4, '0')}`

function numbersOf(rows: readonly (readonly number[])[]): readonly Column[] {
  return (rows[0] ?? []).map((_, j) => ({
    type: 'number',
    name: `f${String(j).padStart(2, '0')}`,
    values: Float64Array.from(rows, (row) => row[j]),
  }))
}

/** The branch from a table of raw cells to the clusters. */
function clusterRaw(table: Table, stages: Stages = {}, imputing: Imputing = {}) {
  const storeIds = Array.from({ length: table.nRows }, (_, row) => idOf(row))
  const raw = { storeIds, columns: table.columns, labels: [], excluded: [] }
  const filtered = filter({ table: raw }, defaultsOf(internal.filtered.params), silent)
  const params = { ...defaultsOf(internal.imputed.params), ...imputing }
  const imputed = impute({ filtered }, params, silent)
  return runStages(imputed, { ...quick, ...stages })
}

/** Every store where its own run put it, at the same distance. */
function expectParity(table: Table, stages: Stages = {}, imputing: Imputing = {}) {
  const { model, assigned } = clusterRaw(table, stages, imputing)
  const { clusters, distances } = predict(model, table)
  expect(assigned.nClusters).toBeGreaterThan(1)
  expect(assigned.storeIds).toHaveLength(table.nRows)
  assigned.clusters.forEach((cluster, row) => {
    // A store on the border stays where the fit put it; nearest is then as far away.
    if (clusters[row] !== cluster) expect(assigned.margin[row]).toBeLessThan(1e-9)
    expect(distances[row]).toBeCloseTo(assigned.distance[row], 9)
  })
}

const chains = [1, 2, 3, 4].flatMap((seed) => [
  { name: `shares ${seed}`, rows: makeShares(seed).rows },
  { name: `market ${seed}`, rows: makeMarket(seed).rows },
])

/** Two kinds of stores, in numbers and in words, with holes and one store without any cell. */
function mixedTable(): Table {
  const draw = createDraw(3)
  const isCity = (row: number) => row % 3 === 0
  const cells = (cell: (row: number) => string) =>
    Array.from({ length: 60 }, (_, row) => (row === 7 || row % 11 === 10 ? '' : cell(row)))
  const number = (city: number, land: number) =>
    cells((row) => String((isCity(row) ? city : land) + draw.normal()))
  return {
    nRows: 60,
    columns: [
      typeColumn('age', number(30, 50)),
      typeColumn('income', number(90, 40)),
      typeColumn(
        'kind',
        cells((row) => (isCity(row) ? 'city' : row % 2 === 0 ? 'town' : 'farm')),
      ),
    ],
  }
}

describe('predict, on the rows that a model was trained on', () => {
  it.each(chains)('gives what assign_clusters gave: $name', ({ rows }) => {
    expectParity({ nRows: rows.length, columns: numbersOf(rows) })
  })

  it.each(['none', 'asinh', 'clr', 'hellinger', 'log1p'] as const)(
    'repeats the transform %s',
    (transform) => {
      const { rows } = makeShares(1)
      const table = { nRows: rows.length, columns: numbersOf(rows) }
      expectParity(table, { normalized: { transform } })
    },
  )

  it.each(['minmax', 'maxabs', 'robust', 'quantile', 'power'] as const)(
    'repeats the scaler %s',
    (norm_method) => {
      const { rows } = makeMarket(2)
      expectParity(
        { nRows: rows.length, columns: numbersOf(rows) },
        {
          normalized: { norm_method, feature_weights: { f00: 40 } },
          reduced: { pca_active: false },
        },
      )
    },
  )

  it.each(['one_hot', 'ordinal'] as const)(
    'repeats text as %s, and what empty cells take',
    (encoding) => {
      expectParity(mixedTable(), {}, { encoding })
    },
  )

  it.each(['knn', 'iterative'] as const)('fills empty cells from one another: %s', (rule) => {
    const { rows } = makeMarket(3)
    const holes = rows.map((row, i) => row.map((value, j) => ((i + 3 * j) % 7 === 0 ? NaN : value)))
    expectParity({ nRows: rows.length, columns: numbersOf(holes) }, {}, { imputation_type: rule })
    expectParity(mixedTable(), {}, { imputation_type: rule })
  })
})

describe('predict, on rows that the model has not seen', () => {
  const { model } = clusterRaw(mixedTable())
  const one = (cells: Readonly<Record<string, string>>) =>
    predict(model, {
      nRows: 1,
      columns: Object.entries(cells).map(([name, cell]) =>
        typeColumn(name, [cell], name === 'kind'),
      ),
    })

  it('finds columns by name, and takes one that is missing for empty cells', () => {
    const whole = one({ kind: 'city', age: '30', income: '90', colour: '7' })
    const turned = one({ income: '90', kind: 'city', age: '30' })
    expect(turned).toEqual(whole)
    expect(one({ income: '90', kind: 'city' })).toEqual(
      one({ income: '90', kind: 'city', age: '' }),
    )
  })

  it.each(['knn', 'iterative'] as const)(
    'fills what is missing from what is there: %s',
    (imputation_type) => {
      const { model } = clusterRaw(mixedTable(), {}, { imputation_type })
      const row = (cells: Readonly<Record<string, string>>) => {
        const columns = Object.entries(cells).map(([name, cell]) => typeColumn(name, [cell]))
        return predict(model, { nRows: 1, columns })
      }
      const [city, land] = [row({ age: '30', kind: 'city' }), row({ age: '50', kind: 'town' })]
      expect(city.clusters).not.toEqual(land.clusters)
      expect(row({}).clusters[0]).toBeGreaterThan(0)
    },
  )

  it('takes an unknown level for none of the known ones', () => {
    const unknown = one({ kind: 'island', age: '30', income: '90' })
    const known = one({ kind: 'city', age: '30', income: '90' })
    expect(unknown.clusters).toEqual(known.clusters)
    expect(unknown.distances[0]).toBeGreaterThan(known.distances[0])
  })

  it('has no place for a row that its transform is not defined for', () => {
    const { rows } = makeShares(1)
    const shares = clusterRaw({ nRows: rows.length, columns: numbersOf(rows) })
    const odd = [(rows[0] ?? []).map((value, j) => (j === 0 ? -1 : value)), rows[0] ?? []]
    const { clusters, distances } = predict(shares.model, { nRows: 2, columns: numbersOf(odd) })
    expect([clusters[0], distances[0]]).toEqual([0, Number.NaN])
    expect(clusters[1]).toBe(shares.assigned.clusters[0])
  })

  it('has no place for a row too far out to be measured, and calls it unlike any', () => {
    for (const [norm_method, algorithm] of [
      ['zscore', 'kmeans'],
      ['minmax', 'gmm'],
      ['robust', 'dbscan'],
    ] as const) {
      const rows = makeMarket(1).rows
      const normalized = { transform: 'none', norm_method } as const
      const stages = { normalized, model: { algorithm, eps: 9 }, counts: { algorithm, eps: 9 } }
      const far = clusterRaw({ nRows: rows.length, columns: numbersOf(rows) }, stages)
      const cells = [1e308, 1e160].map((cell) => (rows[0] ?? []).map(() => cell))
      const answer = predict(far.model, { nRows: 2, columns: numbersOf(cells) })
      expect([...answer.clusters, ...answer.isUnlikeAny], algorithm).toEqual([0, 0, 1, 1])
      for (const numbers of [answer.distances, answer.runnerUpDistances, answer.margins])
        expect([...numbers]).toEqual([Number.NaN, Number.NaN])
    }
  })

  it('answers nothing for no rows', () => {
    expect(predict(model, { nRows: 0, columns: [] }).clusters).toHaveLength(0)
  })
})
