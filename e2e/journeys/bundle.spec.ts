import { appPage } from '../pages/app-page'
import { exportPage } from '../pages/export-page'
import { clearSiteData } from '../pages/site-data'
import { expect, test } from '../test'

test('a bundle with its data is identical in a browser that has never seen the run', async ({
  page,
}) => {
  const app = appPage(page)
  const exports = exportPage(page)
  await app.open()
  await app.trySample()
  await app.runIs('Run complete')
  const bundle = await exports.bundle()
  expect(bundle.name).toBe('run-1.bundle.zip')

  await clearSiteData(page)
  await app.open()
  await expect(page.getByRole('button', { name: 'Try the sample stores' })).toBeVisible()
  await expect(page.getByText('Recent runs')).toBeHidden()
  await exports.openBundle(bundle)
  await app.runIs('Identical: ')
  await expect(app.status.filter({ hasText: 'Identical: ' })).toContainText('Kept as run 1')

  await app.show('Export')
  await exports.openBundle(bundle)
  await app.runIs('It is run 1, which was here already')
})

test('a bundle without its data asks for the files by name, and Undo gives the desk back', async ({
  page,
}) => {
  const app = appPage(page)
  const exports = exportPage(page)
  await app.open()
  await app.trySample()
  await app.runIs('Run complete')
  await app.show('Export')
  await page.getByRole('switch', { name: 'With the data' }).press('Space')
  const bundle = await exports.bundle()

  await clearSiteData(page)
  await app.open()
  await exports.openBundle(bundle)
  const needed = page.getByRole('list', { name: 'Files of the run' })
  await expect(needed).toContainText('SHA-256')
  expect(await needed.getByRole('listitem').count()).toBeGreaterThan(1)
  await page.getByRole('button', { name: 'Put my files and settings back' }).click()
  await expect(page.getByRole('button', { name: 'Try the sample stores' })).toBeVisible()
})

test('a zip that is no bundle is refused in words', async ({ page }) => {
  const app = appPage(page)
  await app.open()
  await exportPage(page).openBundle({
    name: 'sales.zip',
    bytes: Buffer.from('store,sales\n1,2\n'),
  })
  await app.runIs('This is not a zip file')
})
