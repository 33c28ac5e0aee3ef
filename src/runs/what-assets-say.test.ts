import { expect, test } from 'vitest'
import { assetId } from './address'
import { createMemoryCache } from './cache/memory-cache'
import type { LogEntry } from './contract'
import { runReal } from './testing/real-place'
import { sourcesOf, type TextFile } from './testing/run-here'
import { tinyMetrics, tinySales } from './testing/tiny-chain'

/** What each asset decided on the way, as the log tells it: one product is in two need states, one in none. */
async function linesOf(files: readonly TextFile[]): Promise<ReadonlyMap<string, string>> {
  let log: readonly LogEntry[] = []
  const write = async (_runId: string, entries: readonly LogEntry[]) => {
    log = entries
  }
  const sources = await sourcesOf(files)
  await runReal(createMemoryCache(), { sources }, { log: { write } })
  const said = new Map<string, string>()
  for (const { key, partition, level, message } of log)
    if (key !== null && level === 'info' && !message.startsWith('Made')) {
      const id = assetId({ key, partition })
      said.set(id, said.has(id) ? `${said.get(id)} ${message}` : message)
    }
  return said
}

const withOddMap = tinySales.map((file) =>
  file.role === 'product_map'
    ? { ...file, text: `${file.text.replace(/P12,.*\n/, '')}P00,TEA,N,N\n` }
    : file.role === 'sales'
      ? { ...file, text: `${file.text}P00,010,Drinks,much\n` }
      : file,
)

test('assets say what they decided, one line each', async () => {
  const said = await linesOf(withOddMap)
  expect(said.get('internal_raw_sales_data')).toMatch(
    /^Rows not used, no readable value: 1 of 145\./,
  )
  expect(said.get('internal_product_category_mapping')).toBe(
    'Products in several need states: 1 of 5.',
  )
  expect(said.get('internal_sales_by_category[Drinks]')).toBeUndefined()
  expect(said.get('internal_sales_by_category[Snacks]')).toMatch(
    /^Products not in the product map: 1 of 3, \d+\.\d % of the sales\./,
  )
  expect(said.get('external_imputed_features[all]')).toMatch(
    /^Empty cells filled: 1, columns with any: 1\./,
  )
  expect(said.get('internal_outlier_removed_features[Drinks]')).toMatch(
    /^Outliers by iforest: \d+ of 24 stores\./,
  )
  expect(said.get('external_optimal_cluster_counts[all]')).toMatch(/^k = \d /)
})

test('a table of stores says how its cells are read', async () => {
  const [metrics, market] = tinyMetrics
  if (metrics === undefined || market === undefined) throw new Error('no files')
  const text = metrics.text.replace(/,[\d.]+\n/, ',\n')
  const said = await linesOf([{ ...metrics, text }, market])
  expect(said.get('internal_store_metrics[Drinks]')).toBe(
    'An empty cell is read as zero. Cells are taken as shares of the total of their store.',
  )
})
