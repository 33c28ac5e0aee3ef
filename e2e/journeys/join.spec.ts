import { existsSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { cell, csvRows } from '../csv-rows'
import { appPage } from '../pages/app-page'
import { expect, test } from '../test'
import { violationsOf } from '../violations'

/** The reports on the desk, as their user names things. */
function deskPage(page: Page) {
  const list = (label: string) => page.getByRole('radiogroup', { name: `${label}, list` })
  return {
    show: (tab: 'Columns' | 'Join' | 'Quality' | 'Filters' | 'Left out') =>
      page.getByRole('tab', { name: tab, exact: true }).click(),
    region: (name: string) => page.getByRole('region', { name, exact: true }),
    choose: (label: string, name: string) =>
      list(label).getByRole('radio', { name, exact: true }).check(),
    join: page.getByRole('table', { name: 'Stores by the files they appear in' }).first(),
  }
}

const nStores = 60
/** The first 40 lost their zeros in the market data, as a spreadsheet does it. */
const nLost = 40
const padded = Array.from({ length: nStores }, (_, i) => String(i + 1).padStart(5, '0'))
const market = padded.map((id, i) => (i < nLost ? String(i + 1) : id))

const files = [
  {
    name: 'sales.csv',
    text: [
      'store_id,category,sku,sales',
      ...padded.flatMap((id, i) =>
        ['TEA', 'COFFEE'].flatMap((category) =>
          ['a', 'b', 'c'].map(
            (sku, j) => `${id},${category},${sku},${((i * 7 + j * 13) % 50) + 1}`,
          ),
        ),
      ),
      '00001,TEA,a,0',
    ].join('\n'),
  },
  { name: 'product_map.csv', text: 'sku,NEED_STATE,NEW_ITEM\na,ONE,no\nb,TWO,no\nc,THREE,yes\n' },
  {
    name: 'market.csv',
    text: [
      'store_id,state,rent,income,copy',
      ...market.map(
        (id, i) => `${id},${i % 3 === 0 ? 'IA' : 'TX'},${(i * 3) % 17},${i * i},${i * i + 1}`,
      ),
    ].join('\n'),
  },
]

const iowa = '../shared/data/iowa_liquor'

test('Iowa: the three lists add up before any run, and each is handed over', async ({ page }) => {
  test.skip(!existsSync(iowa), `needs ${iowa}`)
  const app = appPage(page)
  const desk = deskPage(page)
  await app.open()
  await app.addPaths([`${iowa}/internal_sales_wide.csv`, `${iowa}/external_market.csv`])
  await desk.show('Join')
  const stores = desk.region('Stores')
  await expect(stores.getByRole('heading')).toHaveText('1,703 stores are in both views')
  await expect(stores).toContainText('Internal 1,748 = 1,703 in both + 45 only there')
  await expect(stores).toContainText('External 2,296 = 1,703 in both + 593 only there')
  expect(csvRows(await app.download('Download Stores: Internal only'))).toHaveLength(45)
  await desk.choose('Stores', 'External only')
  expect(csvRows(await app.download('Download Stores: External only'))).toHaveLength(593)
  await desk.choose('Stores', 'In both')
  expect(csvRows(await app.download('Download Stores: In both'))).toHaveLength(1703)
})

test('ids that lost their zeros: the rule is offered, chosen, undone, and the run takes it', async ({
  page,
}) => {
  const app = appPage(page)
  const desk = deskPage(page)
  await app.open()
  await app.addFiles(files)
  await desk.show('Join')
  const stores = desk.region('Stores')
  await expect(stores.getByRole('heading')).toHaveText('20 stores are in both views')
  await expect(stores).toContainText('40 more stores would match, such as 00001 = 1')
  await stores.getByRole('button', { name: 'Match this way: Leading zeros' }).click()
  await expect(stores.getByRole('heading')).toHaveText('All 60 stores are in both views')
  await expect(stores).toContainText('Chosen: Leading zeros')
  expect(await violationsOf(page)).toEqual([])

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(stores.getByRole('heading')).toHaveText('20 stores are in both views')
  await stores.getByRole('button', { name: 'Match this way: Leading zeros' }).click()
  const both = csvRows(await app.download('Download Stores: In both'))
  expect(both.filter((row) => cell(row, 'matched') === 'by rule')).toHaveLength(nLost)

  await app.run()
  await app.runIs('Run complete')
  await app.show('Export')
  const merged = csvRows(await app.download('Download merged clusters'))
  expect(new Set(merged.map((row) => cell(row, 'store_nbr')))).toEqual(new Set(padded))

  await app.show('Data')
  await desk.show('Join')
  await stores.getByRole('button', { name: 'Match equal ids only' }).click()
  await expect(stores.getByRole('heading')).toHaveText('20 stores are in both views')
})

test('files without a common store stop, with ids of both', async ({ page }) => {
  const app = appPage(page)
  const desk = deskPage(page)
  await app.open()
  await app.addFiles([
    { name: 'units.csv', text: 'STORE,SALES,ITEMS\n101,1,2\n102,3,1\n103,2,5' },
    { name: 'market.csv', text: 'STORE,POPULATION,INCOME\n901,1,2\n902,3,1\n903,2,5' },
  ])
  await desk.show('Join')
  await expect(page.getByRole('alert')).toContainText('101, 102 and 103')
  await expect(page.getByRole('alert')).toContainText('901, 902 and 903')
})

test('filters count before and after: from the files, then from a run', async ({ page }) => {
  const app = appPage(page)
  const desk = deskPage(page)
  await app.open()
  await app.addFiles(files)
  await desk.show('Join')
  await page.getByRole('button', { name: 'Match this way: Leading zeros' }).click()
  await desk.show('Filters')
  await page.getByLabel('Stores to leave out').fill('00060\n00059\nNOWHERE')
  const out = desk.region('Stores left out by name')
  await expect(out).toContainText('60 \u2192 58 internal stores')
  await expect(out).toContainText('1 id is in no file on the desk: NOWHERE')
  await out.getByRole('button', { name: 'Leave out 3 stores' }).click()
  await page.getByRole('group', { name: 'Categories' }).getByLabel('COFFEE').uncheck()
  await expect(desk.region('Categories')).toContainText('2 \u2192 1 category')
  await page.getByRole('group', { name: 'States' }).getByLabel('IA').uncheck()
  await page.getByRole('switch', { name: 'Only sales over zero' }).check({ force: true })
  await page.getByRole('switch', { name: 'Without new items' }).check({ force: true })
  expect(await violationsOf(page)).toEqual([])

  await app.run()
  await app.runIs('Run complete')
  await expect(desk.region('States')).toContainText('in the last run')
  await expect(desk.region('Only sales over zero')).toContainText(
    /\u2192 \d+ sales rows in the last/,
  )
  await expect(desk.region('Without new items')).toContainText('3 \u2192 2 map rows')

  await desk.show('Left out')
  const stores = csvRows(await app.download('Download stores left out'))
  const named = stores.filter((row) => cell(row, 'reason') === 'left out by exclude_stores')
  expect(new Set(named.map((row) => cell(row, 'store_nbr')))).toEqual(new Set(['00059', '00060']))
  expect(stores.some((row) => cell(row, 'reason').includes('left out by states'))).toBe(true)
  await expect(desk.region('Sales rows left out').getByRole('heading')).toContainText(
    /361 sales rows = \d+ used \+ 0 rejected \+ \d+ filtered/,
  )
  expect(await violationsOf(page)).toEqual([])
})

test('the board of quality leads to where each finding is mended', async ({ page }) => {
  const app = appPage(page)
  const desk = deskPage(page)
  await app.open()
  await app.addFiles(files)
  await desk.show('Quality')
  const board = page.getByRole('table', { name: 'Before a run' })
  await expect(board).toContainText('1 pair of features says nearly the same: copy and income')
  expect(await violationsOf(page)).toEqual([])
  await page.getByRole('button', { name: /See the columns: Near-duplicate columns/ }).click()
  await expect(page.getByLabel('Columns to show')).toHaveValue('twin')
  await expect(app.table('Column catalogue').getByRole('row')).toHaveCount(2)
  await page.getByRole('checkbox', { name: 'Use copy as a feature' }).uncheck()
  await desk.show('Quality')
  await expect(board).not.toContainText('copy and income')
})

test('F-33: a file in the wrong place is said, and put right by one button', async ({ page }) => {
  const app = appPage(page)
  await app.open()
  await app.addFiles([
    { name: 'units.csv', text: 'STORE,TOTAL_SALES,ITEMS\n101,1,2\n102,3,1\n103,2,5' },
    { name: 'demo.csv', text: 'STORE,POPULATION,INCOME\n101,1,2\n102,3,1\n103,2,5' },
  ])
  const strip = page.getByRole('list', { name: 'Files' })
  const swap = async (from: string, to: string) => {
    await strip.getByRole('button', { name: from }).first().click()
    await page.getByRole('menuitem', { name: to }).click()
  }
  await swap('Store metrics', 'Market data')
  await expect(page.getByText('units.csv is taken for')).toBeVisible()
  await page.getByRole('button', { name: 'Use units.csv as store metrics' }).click()
  await expect(page.getByText('units.csv is taken for')).toBeHidden()
})

test('a catalogue of 200 columns stays readable and is searched by flag', async ({ page }) => {
  const app = appPage(page)
  const names = Array.from({ length: 200 }, (_, i) => `rent_${i}`)
  const text = [
    ['store_id', ...names].join(','),
    ...Array.from({ length: 30 }, (_, r) =>
      [r + 1, ...names.map((_, i) => (i === 5 ? 1 : (r * (i + 3) * 7919) % (101 + i)))].join(','),
    ),
  ].join('\n')
  await app.open()
  await app.addFiles([{ name: 'market.csv', text }])
  const rows = app.table('Column catalogue').getByRole('row')
  await expect(page.getByLabel('Columns to show')).toContainText('All columns (201)')
  expect(await rows.count()).toBeLessThan(80)
  await page.getByLabel('Columns to show').selectOption('constant')
  await expect(rows).toHaveCount(2)
  await expect(rows.last()).toContainText('rent_5')
})

test('where ids are too many to be kept, the screen says so and a run tells how they met', async ({
  page,
}) => {
  const app = appPage(page)
  const desk = deskPage(page)
  const long = 'x'.repeat(200)
  const ids = Array.from({ length: 2100 }, (_, i) => `${long}${i}`)
  const table = (head: string, stores: readonly string[]) =>
    [head, ...stores.map((id, i) => `${id},${i % 97},${(i * 7) % 31}`)].join('\n')
  await app.open()
  await app.addFiles([
    { name: 'units.csv', text: table('store_id,units,visits', ids) },
    {
      name: 'market.csv',
      text: table(
        'store_id,rent,income',
        ids.slice(10).map((id, i) => (i < 5 ? id.toUpperCase() : id)),
      ),
    },
  ])
  await desk.show('Join')
  const stores = desk.region('Stores')
  await expect(stores).toContainText('more stores than are compared on sight')
  await app.run()
  await app.runIs('Run complete')
  await expect(stores.getByRole('heading')).toHaveText('2,085 stores are in both views')
  await expect(stores).toContainText('Small and capital letters: 5 more')
  expect(csvRows(await app.download('Download Stores: Internal only'))).toHaveLength(15)
  await stores.getByRole('button', { name: 'Match this way: Small and capital letters' }).click()
  await expect(stores).toContainText('Stale')
  await app.run()
  await app.runIs('Run complete')
  await expect(stores.getByRole('heading')).toHaveText('2,090 stores are in both views')
})
