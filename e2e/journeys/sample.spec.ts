import { appPage } from '../pages/app-page'
import { expect, test } from '../test'

test('one click on the sample stores ends in Run complete', async ({ page }) => {
  const app = appPage(page)
  await app.open()
  await expect(page.getByText('Nothing is uploaded.').first()).toBeVisible()
  await app.trySample()
  await app.runIs('Run complete')
  await app.show('Clusters')
  await expect(app.table('Internal clusters')).toBeVisible()
  await expect(app.table('Stores')).toBeVisible()
})

test('a second run with nothing changed computes nothing', async ({ page }) => {
  const app = appPage(page)
  await app.open()
  await app.trySample()
  await app.runIs('Run complete')
  const { total } = await app.didRun()
  expect(total).toBeGreaterThan(0)
  await app.run()
  const sentence = page.getByText(`0 of ${total} assets run, ${total} cached`).first()
  await expect(sentence).toBeVisible({ timeout: 60_000 })
})

test('the graph stays in sight while a run renews it', async ({ page }) => {
  const app = appPage(page)
  await app.open()
  await app.trySample()
  await app.show('Pipeline')
  const tile = page.getByRole('button', { name: /Best cluster count, internal: / }).first()
  await expect(tile).toBeVisible()
  await app.runIs('Run complete')
  await expect(tile).toBeVisible()
  await tile.click()
  await expect(page.getByRole('complementary', { name: /Best cluster count/ })).toBeVisible()
})
