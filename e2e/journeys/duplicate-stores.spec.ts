import { cell, csvRows } from '../csv-rows'
import { appPage } from '../pages/app-page'
import { expect, test } from '../test'

const stores = Array.from({ length: 24 }, (_, i) => String(200 + i))

const sales = {
  name: 'sales_by_store.csv',
  text: [
    'store_id,TEA,COFFEE,COCOA',
    ...stores.map((id, i) => `${id},${5 + i},${90 - i},${i % 7}`),
  ],
}
const market = {
  name: 'market.csv',
  text: ['store_id,rent,income', ...stores.map((id, i) => `${id},${i % 5},${i * i}`), '203,4,9'],
}

test('a store that stands twice stops the run, says so on the screen, and a choice there goes on', async ({
  page,
}) => {
  const app = appPage(page)
  await app.open()
  await app.addFiles([sales, market].map(({ name, text }) => ({ name, text: text.join('\r\n') })))
  await expect(page.getByText('1 row repeats a store of another row.')).toBeVisible()
  await app.run()
  await app.runIs('Run failed')

  for (const screen of ['Data', 'Pipeline', 'Merge', 'Export'] as const) {
    await app.show(screen)
    await expect(page.getByRole('alert').first()).toContainText('more than one row (203)')
  }
  await page.getByRole('button', { name: 'Keep the last row' }).first().click()
  await app.runIs('Run complete')

  const { cached } = await app.didRun()
  expect(cached).toBeGreaterThan(0)
  await app.show('Configure')
  await expect(page.getByText(/1 setting differs/)).toBeVisible()
  await app.show('Export')
  const merged = csvRows(await app.download('Download merged clusters'))
  expect(merged.map((row) => cell(row, 'store_nbr'))).toEqual(stores)
})

test('the rule can be chosen before the run, at the file', async ({ page }) => {
  const app = appPage(page)
  await app.open()
  await app.addFiles([sales, market].map(({ name, text }) => ({ name, text: text.join('\r\n') })))
  await page.getByLabel('What becomes of rows that repeat a store').selectOption('mean')
  await app.run()
  await app.runIs('Run complete')
})
