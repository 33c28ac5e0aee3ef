import { describe, expect, it } from 'vitest'
import { adjustedRandIndex } from '../math/adjusted-rand-index'
import { compute as filter } from './feature-engineering/filtered-features/compute'
import { makeCompute as makeImpute } from './feature-engineering/imputed-features/compute'
import { defaultsOf } from './testing/defaults-of'
import { internal } from './specs'
import { type MadeUpChain, makeMarket, makeShares } from './testing/made-up-chain'
import { runStages } from './testing/run-stages'
import type { StoreTable } from './value'
import { silent } from './testing/silent'

const impute = makeImpute('internal')

/** Few, for `npm run evidence` has many more. */
const seeds = Array.from({ length: 14 }, (_, i) => i + 1)

describe('made-up chains with known groups, recommended defaults', () => {
  it('finds the groups of shares of sales: mean adjusted Rand index at least .95', () => {
    const found = seeds.map((seed) => findGroups(makeShares(seed)))
    report('shares', found)
    expect(meanOf(found)).toBeGreaterThanOrEqual(0.95)
  }, 120_000)

  it('tells how well it finds the groups of market data, far better than chance', () => {
    const found = seeds.slice(0, 6).map((seed) => findGroups(makeMarket(seed)))
    report('market data', found)
    expect(meanOf(found)).toBeGreaterThan(0.5)
  }, 120_000)
})

type Found = { readonly ari: number; readonly k: number; readonly nGroups: number }

/** The whole branch: filter, impute, normalise, outliers, PCA, search for k, fit, assignment. */
function findGroups({ rows, groups, nGroups }: MadeUpChain): Found {
  const filtered = filter({ table: tableOf(rows) }, defaultsOf(internal.filtered.params), silent)
  const imputed = impute({ filtered }, defaultsOf(internal.imputed.params), silent)
  const { assigned } = runStages(imputed)
  return { ari: adjustedRandIndex(groups, assigned.clusters), k: assigned.nClusters, nGroups }
}

function tableOf(rows: MadeUpChain['rows']): StoreTable {
  const columns = rows[0].map((_, j): StoreTable['columns'][number] => ({
    type: 'number',
    name: `feature ${String(j).padStart(2, '0')}`,
    values: Float64Array.from(rows, (row) => row[j]),
  }))
  const storeIds = rows.map((_, i) => `S${String(i).padStart(4, '0')}`)
  return { storeIds, columns, labels: [], excluded: [] }
}

function meanOf(found: readonly Found[]): number {
  return found.reduce((sum, { ari }) => sum + ari, 0) / found.length
}

function report(kind: string, found: readonly Found[]): void {
  const exact = found.filter(({ k, nGroups }) => k === nGroups).length
  console.info(
    `${kind}: mean ARI ${meanOf(found).toFixed(3)}, k found in ${exact} of ${found.length} chains`,
  )
}
