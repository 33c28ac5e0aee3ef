import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { appPage, type ScreenName } from '../pages/app-page'
import { expect, test } from '../test'

const screens: readonly ScreenName[] = [
  'Data',
  'Configure',
  'Pipeline',
  'Cluster count',
  'Clusters',
  'Merge',
  'Compare',
  'Export',
]

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} scheme`, () => {
    test.use({ colorScheme })

    test('the first page has no accessibility violation', async ({ page }) => {
      await appPage(page).open()
      await expect(page.getByRole('button', { name: 'Try the sample stores' })).toBeVisible()
      expect(await violationsOf(page)).toEqual([])
    })

    test('no screen has an accessibility violation', async ({ page }) => {
      const app = appPage(page)
      await app.open()
      await app.trySample()
      await app.runIs('Run complete')
      for (const screen of screens) {
        await app.show(screen)
        await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
        expect(await violationsOf(page), screen).toEqual([])
      }
    })
  })
}

/** What axe finds, as rule and element: short enough to read in a failed test. */
async function violationsOf(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}
