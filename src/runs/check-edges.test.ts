import fc from 'fast-check'
import { expect, test } from 'vitest'
import { definitions } from '../assets/definitions'
import { emptyConfiguration } from '../config/configuration'
import { runHere, sourcesOf, type TextFile } from './testing/run-here'

/** Cells as files have them at the edges: empty, equal, negative, zero, text among numbers. */
const cell = fc.constantFrom('', '0', '1', '1', '-3', '2.5', '1e9')
const word = fc.constantFrom('', 'a', 'b', 'unknown')

const chain = fc.integer({ min: 1, max: 6 }).chain((n) =>
  fc.record({
    market: fc.array(fc.tuple(cell, cell, word), { minLength: n, maxLength: n }),
    sales: fc.array(fc.tuple(fc.nat(n), fc.constantFrom('P1', 'P2', 'P9', ''), cell), {
      minLength: 1,
      maxLength: 12,
    }),
    metrics: fc.array(fc.tuple(cell, cell, cell), { minLength: n, maxLength: n }),
  }),
)
type Chain = typeof chain extends fc.Arbitrary<infer C> ? C : never

function bySales({ market, sales }: Chain): readonly TextFile[] {
  return [
    csv('sales.csv', 'sales', [
      'SKU_NBR,STORE_NBR,CAT_DSC,TOTAL_SALES',
      ...sales.map(([store, sku, value]) => `${sku},0${store},Tea,${value}`),
    ]),
    csv('map.csv', 'product_map', ['PRODUCT_ID,NEED_STATE', 'P1,HOT', 'P2,COLD', 'P2,HOT']),
    csv('market.csv', 'external', marketRows(market)),
  ]
}

function byMetrics({ market, metrics }: Chain): readonly TextFile[] {
  return [
    csv('metrics.csv', 'store_metrics', [
      'STORE_NBR,x,y,z',
      ...metrics.map((cells, i) => `0${i},${cells.join()}`),
    ]),
    csv('market.csv', 'external', marketRows(market)),
  ]
}

function marketRows(market: Chain['market']): readonly string[] {
  return ['STORE_NBR,income,age,kind', ...market.map((cells, i) => `0${i},${cells.join()}`)]
}

function csv(name: string, role: TextFile['role'] & string, lines: readonly string[]): TextFile {
  return { name, role, text: `${lines.join('\n')}\n` }
}

/** Low limits, so that more of the tiny chains get far. */
const configuration = {
  ...emptyConfiguration,
  job_params: { max_missing: null, min_association: null, min_cluster_size: 2, n_init: 2 },
}

test('no check crashes on a chain of one to six stores, whatever is in its cells', async () => {
  const seen = new Set<string>()
  const failed = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.oneof(chain.map(bySales), chain.map(byMetrics)), async (files) => {
      const { record } = await runHere(await sourcesOf(files), configuration)
      expect(record.errors.filter(({ code }) => code === 'defect')).toEqual([])
      for (const { key, status, checks } of record.assets) {
        if (status !== 'success') continue
        const names: readonly { name: string }[] = definitions.get(key)?.spec.checks ?? []
        expect(checks.map(({ name }) => name)).toEqual(names.map(({ name }) => name))
        for (const { name, passed, metadata } of checks) {
          seen.add(`${key}.${name}`)
          if (!passed) failed.add(name)
          for (const figure of Object.values(metadata))
            if (typeof figure === 'number') expect(figure).toSatisfy(Number.isFinite)
        }
      }
    }),
    { numRuns: 60, seed: 11 },
  )
  const all = [...definitions.values()].flatMap(({ spec }) =>
    spec.checks.map(({ name }: { readonly name: string }) => `${spec.key}.${name}`),
  )
  expect(all.filter((one) => !seen.has(one))).toEqual([])
  expect(failed.size).toBeGreaterThan(12)
}, 60_000)
