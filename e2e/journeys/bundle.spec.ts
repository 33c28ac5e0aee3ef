import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { appPage } from '../pages/app-page'
import { expect, test } from '../test'

/** A visit to a browser that has never seen the page. */
async function clearSiteData(page: Page) {
  const { origin } = new URL(page.url())
  await page.goto('about:blank')
  await page.context().clearCookies()
  const devTools = await page.context().newCDPSession(page)
  await devTools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' })
  await devTools.detach()
}

async function downloadBundle(page: Page): Promise<string> {
  const app = appPage(page)
  await app.show('Export')
  const [made] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download run bundle' }).click(),
  ])
  expect(made.suggestedFilename()).toBe('run-1.bundle.zip')
  return made.path()
}

async function openBundle(page: Page, bytes: Buffer) {
  const file = { name: 'run-1.bundle.zip', mimeType: 'application/zip', buffer: bytes }
  await page.getByLabel('Open a run bundle').setInputFiles(file)
}

test('a bundle with its data is identical in a browser that has never seen the run', async ({
  page,
}) => {
  const app = appPage(page)
  await app.open()
  await app.trySample()
  await app.runIs('Run complete')
  const path = await downloadBundle(page)

  await clearSiteData(page)
  await app.open()
  await expect(page.getByRole('button', { name: 'Try the sample stores' })).toBeVisible()
  await expect(page.getByText('Recent runs')).toBeHidden()
  await openBundle(page, await readFile(path))
  await app.runIs('Identical: ')
  await expect(app.status.filter({ hasText: 'Identical: ' })).toContainText('Kept as run 1')

  await app.show('Export')
  await openBundle(page, await readFile(path))
  await app.runIs('It is run 1, which was here already')
})

test('a bundle without its data asks for the files by name, and Undo gives the desk back', async ({
  page,
}) => {
  const app = appPage(page)
  await app.open()
  await app.trySample()
  await app.runIs('Run complete')
  await app.show('Export')
  await page.getByRole('switch', { name: 'With the data' }).press('Space')
  const path = await downloadBundle(page)

  await clearSiteData(page)
  await app.open()
  await openBundle(page, await readFile(path))
  const needed = page.getByRole('list', { name: 'Files of the run' })
  await expect(needed).toContainText('SHA-256')
  expect(await needed.getByRole('listitem').count()).toBeGreaterThan(1)
  await page.getByRole('button', { name: 'Put my files and settings back' }).click()
  await expect(page.getByRole('button', { name: 'Try the sample stores' })).toBeVisible()
})

test('a zip that is no bundle is refused in words', async ({ page }) => {
  const app = appPage(page)
  await app.open()
  await openBundle(page, Buffer.from('store,sales\n1,2\n'))
  await app.runIs('This is not a zip file')
})
