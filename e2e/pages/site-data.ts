import type { Page } from '@playwright/test'

/** Leaves a browser that has never seen the page: open it again afterwards. */
export async function clearSiteData(page: Page) {
  const { origin } = new URL(page.url())
  await page.goto('about:blank')
  await page.context().clearCookies()
  const devTools = await page.context().newCDPSession(page)
  await devTools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' })
  await devTools.detach()
}
