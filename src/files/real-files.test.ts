import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inspectFile } from './inspect'
import { readChunks } from './read-table'

const folder = new URL('../../../shared/data/', import.meta.url)

/** Rows and columns as the README of the data and `wc` tell them. */
const files: readonly (readonly [string, number, number])[] = [
  ['iowa_liquor/internal_sales_long.csv', 51_426, 4],
  ['iowa_liquor/internal_sales_wide.csv', 1748, 48],
  ['iowa_liquor/internal_sku_sample.csv', 39_333, 4],
  ['iowa_liquor/external_market.csv', 2296, 34],
  ['iowa_liquor/stores.csv', 2296, 10],
  ['dominicks_oj/internal_units_wide.csv', 83, 12],
  ['dominicks_oj/internal_units_long.csv', 913, 5],
  ['dominicks_oj/external_storedemo.csv', 83, 12],
  ['dominicks_oj/cheese_retailers.csv', 5555, 4],
  ['uci_wholesale/wholesale.csv', 440, 9],
  ['uci_wholesale/wholesale_raw.csv', 440, 12],
  ['kaggle_store_area/Stores.csv', 896, 5],
  ['walmart_kaggle/stores.csv', 45, 3],
  ['walmart_kaggle/features.csv', 8190, 12],
  ['japan_supermarket/category_utf8_double_bom.csv', 228, 6],
  ['japan_supermarket/product_utf8.csv', 10_030, 10],
  ['japan_supermarket/product_cp932.csv', 10_030, 9],
  ['japan_supermarket/store_utf8bom.csv', 53, 10],
  ['acs_county/acs2017_county_data.csv', 3219, 37],
  ['seed_original/ns_sales.csv', 960, 4],
  ['seed_original/ns_map.csv', 180, 14],
  ['seed_original/need_state.csv', 3, 14],
  ['seed_original/placerai.csv', 20, 3],
]

function open(path: string): Blob {
  return new Blob([readFileSync(new URL(path, folder))])
}

describe.skipIf(!existsSync(folder))('real files (skipped where ../shared/data is absent)', () => {
  it.each(files)('%s has %d rows and %d columns, in both passes', async (path, nRows, nColumns) => {
    const blob = open(path)
    const inspection = await inspectFile(path, blob)
    if (!inspection.ok) throw new Error(inspection.failure.message)
    expect(inspection.profile.nRows).toBe(nRows)
    expect(inspection.profile.columns).toHaveLength(nColumns)
    let nRead = 0
    for await (const { table } of readChunks(blob, inspection.profile, [])) nRead += table.nRows
    expect(nRead).toBe(nRows)
  })

  it('F-05 the same products in Shift_JIS and in UTF-8 have the same names', async () => {
    const names = await Promise.all(
      ['product_cp932.csv', 'product_utf8.csv'].map(async (name) => {
        const blob = open(`japan_supermarket/${name}`)
        const inspection = await inspectFile(name, blob)
        if (!inspection.ok) throw new Error(inspection.failure.message)
        const { columns } = inspection.profile
        return columns.find((column) => column.name === 'category_small_name')?.levels
      }),
    )
    expect(names[0]).toEqual(names[1])
    expect(names[0]?.length).toBeGreaterThan(100)
  })
})
