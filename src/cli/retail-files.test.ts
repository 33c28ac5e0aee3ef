import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { guessRole } from '../assets/guess-role'
import type { Role } from '../assets/source'
import type { SourceProfile } from '../files/source-profile'
import { inspectPath } from './inspect-path'

/** Every retail file that is shared with the tests: its role, the column of its stores, its rows. */
const data = resolve(import.meta.dirname, '../../../shared/data')

const manifest: readonly (readonly [string, Role, string | null, number])[] = [
  ['acs_county/acs2017_county_data.csv', 'external', 'CountyId', 3219],
  ['dominicks_oj/cheese_retailers.csv', 'store_metrics', 'RETAILER', 5555],
  ['dominicks_oj/external_storedemo.csv', 'external', 'STORE', 83],
  ['dominicks_oj/internal_units_long.csv', 'store_metrics', 'STORE', 913],
  ['dominicks_oj/internal_units_wide.csv', 'store_metrics', 'STORE', 83],
  ['iowa_liquor/external_market.csv', 'external', 'STORE_NBR', 2296],
  ['iowa_liquor/internal_sales_long.csv', 'store_metrics', 'STORE_NBR', 51_426],
  ['iowa_liquor/internal_sales_wide.csv', 'store_metrics', 'STORE_NBR', 1748],
  ['iowa_liquor/internal_sku_sample.csv', 'sales', 'STORE_NBR', 39_333],
  ['iowa_liquor/stores.csv', 'external', 'STORE_NBR', 2296],
  ['japan_supermarket/category_utf8_double_bom.csv', 'product_map', null, 228],
  ['japan_supermarket/product_cp932.csv', 'product_map', null, 10_030],
  ['japan_supermarket/product_utf8.csv', 'product_map', null, 10_030],
  ['japan_supermarket/store_utf8bom.csv', 'external', 'store_cd', 53],
  ['kaggle_store_area/Stores.csv', 'store_metrics', 'Store ID ', 896],
  ['seed_original/Cotenants_RSP_state_07022025.csv', 'external', 'STORE_NBR', 20],
  [
    'seed_original/Urbanicity CVS Drive Times with Demos and competitors_#COMP_DEMO_ALL_07022025.csv',
    'external',
    'STORE_NBR',
    20,
  ],
  ['seed_original/features.csv', 'external', 'STORE_NBR', 4],
  ['seed_original/need_state.csv', 'product_map', null, 3],
  ['seed_original/ns_map.csv', 'product_map', null, 180],
  ['seed_original/ns_sales.csv', 'sales', 'STORE_NBR', 960],
  [
    'seed_original/placer_store_features_2024_20250211_1420_with_remaining.csv',
    'external',
    'STORE_NBR',
    20,
  ],
  ['seed_original/placerai.csv', 'external', 'STORE_NBR', 20],
  ['uci_wholesale/wholesale.csv', 'store_metrics', 'CUSTOMER_ID', 440],
  ['uci_wholesale/wholesale_raw.csv', 'store_metrics', null, 440],
  ['walmart_kaggle/features.csv', 'external', 'Store', 8190],
  ['walmart_kaggle/stores.csv', 'store_metrics', 'Store', 45],
]

const folders = [...new Set(manifest.map(([path]) => path.slice(0, path.indexOf('/'))))]

async function profileAt(path: string): Promise<SourceProfile> {
  const inspected = await inspectPath(join(data, path), {})
  if (!inspected.ok) throw new Error(inspected.failure.message)
  return inspected.profile
}

/** Records by bytes alone: lines that are not blank and do not end inside of quotes. */
function countRecords(path: string): number {
  const quote = 0x22
  const [lf, cr] = [0x0a, 0x0d]
  let [nRecords, isQuoted, isBlank] = [0, false, true]
  for (const byte of readFileSync(join(data, path))) {
    if (byte === quote) isQuoted = !isQuoted
    const isEnd = (byte === lf || byte === cr) && !isQuoted
    if (isEnd && !isBlank) nRecords += 1
    isBlank = isEnd
  }
  return nRecords + (isBlank ? 0 : 1)
}

function csvFiles(folder: string): readonly string[] {
  if (!existsSync(data)) return []
  return readdirSync(join(data, folder))
    .filter((name) => name.endsWith('.csv'))
    .map((name) => `${folder}/${name}`)
}

describe.skipIf(!existsSync(data))('retail files (skipped without ../shared/data)', () => {
  test('the manifest names every one', () => {
    expect(manifest.map(([path]) => path).toSorted()).toEqual(folders.flatMap(csvFiles).toSorted())
  })

  test.each(manifest)('%s is %s by %s, with %d rows, and none is lost', async (...expected) => {
    const [path, role, store, nRows] = expected
    const profile = await profileAt(path)
    const guess = guessRole(path.slice(path.indexOf('/') + 1), profile.columns, profile.nRows)
    expect([guess.role, guess.columns.store, profile.nRows]).toEqual([role, store, nRows])
    const { nRecords, nData, ...rest } = profile.account
    expect([nRecords, nData]).toEqual([countRecords(path), nRows])
    expect(Object.values(rest).reduce((sum, n) => sum + n, nData)).toBe(nRecords)
    if (store !== null) expect(guess.storeCandidates[0]).toBe(store)
  })

  test.each(csvFiles('classic'))('%s is store metrics by id', async (path) => {
    const { columns, nRows, account } = await profileAt(path)
    const guess = guessRole(path, columns, nRows)
    expect([guess.role, guess.columns.store]).toEqual(['store_metrics', 'id'])
    expect([account.nRecords, account.nData]).toEqual([countRecords(path), nRows])
    expect(account.nRecords - account.nData).toBe(1)
  })

  test('what is a need state and a category of products in Japanese is found by name', async () => {
    const { columns, nRows } = await profileAt('japan_supermarket/product_cp932.csv')
    expect(guessRole('product_cp932.csv', columns, nRows).columns).toMatchObject({
      product: 'product_cd',
      category: 'category_major_name',
      group: 'category_small_name',
    })
  })
})
