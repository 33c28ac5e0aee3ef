import type { Page } from '@playwright/test'
import { appPage } from './app-page'

/** The Pipeline screen: an asset is opened by the name on its tile, as `Normalised, external`. */
export function pipelinePage(page: Page) {
  const details = page.getByRole('complementary')
  return {
    openAsset: async (title: string) => {
      await appPage(page).show('Pipeline')
      await page.getByRole('button', { name: new RegExp(`^${title}: `) }).click()
      await details.getByRole('heading', { level: 2, name: title, exact: true }).waitFor()
    },
    /** The changes that made the opened asset stale, each with the way down to it. */
    whyStale: details
      .locator('section')
      .filter({ hasText: 'Why it is stale' })
      .getByRole('listitem'),
    materializeDownstream: () => details.getByRole('button', { name: 'and downstream' }).click(),
  }
}
