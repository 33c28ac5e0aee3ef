import { existsSync } from 'node:fs'
import { cell, csvRows } from '../csv-rows'
import { appPage } from '../pages/app-page'
import { expect, test } from '../test'

const folder = '../shared/data/iowa_liquor'
const files = [`${folder}/internal_sales_wide.csv`, `${folder}/external_market.csv`]

test('Iowa: 1,703 stores are placed, 45 and 593 are in one view only', async ({ page }) => {
  test.skip(!existsSync(folder), `needs ${folder}`)
  test.setTimeout(300_000)
  const app = appPage(page)
  await app.open()
  await app.addPaths(files)
  await app.run()
  await app.runIs('Run complete', 240_000)

  await app.show('Export')
  const merged = csvRows(await app.download('Download merged clusters'))
  const placed = new Set(merged.map((row) => cell(row, 'store_nbr')))
  expect(merged).toHaveLength(1_703)
  expect(placed.size).toBe(1_703)

  const exceptions = csvRows(await app.download(/exceptions\.csv/))
  const unplaced = exceptions.filter((row) => !placed.has(cell(row, 'store_nbr')))
  const only = (branch: string) =>
    new Set(
      unplaced.filter((row) => cell(row, 'branch') === branch).map((row) => cell(row, 'store_nbr')),
    ).size
  expect({ internal: only('internal'), external: only('external') }).toEqual({
    internal: 45,
    external: 593,
  })
})
