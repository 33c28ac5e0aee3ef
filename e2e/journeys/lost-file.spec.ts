import type { Page } from '@playwright/test'
import { appPage } from '../pages/app-page'
import { expect, test } from '../test'

/** Constant columns that make the file larger than the room that the browser gives. */
const names = ['a', 'b', 'c'].map((name) => `notes_${name}`).join(',')
const notes = Array.from({ length: 3 }, () => 'x'.repeat(2_500)).join(',')
const stores = Array.from({ length: 500 }, (_, i) => String(i + 1000))
const marketOf = (rent: number) =>
  [
    `store_id,population,rent,${names}`,
    ...stores.map((id, i) => `${id},${1000 + ((i * 37) % 500) * 90},${rent + (i % 7)},${notes}`),
  ].join('\n')

async function leaveRoom(page: Page, bytes: number) {
  const devTools = await page.context().newCDPSession(page)
  const { origin } = new URL(page.url())
  await devTools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: bytes })
}

async function choose(page: Page, text: string) {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose market.csv' }).click()
  const file = { name: 'other name.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }
  await (await chooser).setFiles(file)
}

test('F-62 a file that the browser has no room for is used, and chosen again after a reload', async ({
  page,
}) => {
  const app = appPage(page)
  await app.open()
  await leaveRoom(page, 2.5e6)
  await app.addFiles([{ name: 'market.csv', text: marketOf(20) }])
  await expect(page.getByText('This browser keeps no copy of the file')).toBeVisible()
  await app.run()
  await app.runIs('Run complete')

  await page.reload()
  await app.show('Data')
  await expect(page.getByText('Choose market.csv again (market data')).toBeVisible()
  await choose(page, marketOf(20))
  await expect(page.getByText('columns in market.csv become features')).toBeVisible()
  await expect(page.getByText('Not the file that was here before')).toBeHidden()
  // The same bytes: nothing of the run is stale.
  await app.runIs('Run complete')

  await page.reload()
  await app.show('Data')
  await choose(page, marketOf(30))
  await expect(page.getByText('Not the file that was here before').first()).toBeVisible()
  await app.runIs('assets stale')
})
