import { appPage, type ScreenName } from '../pages/app-page'
import { expect, test } from '../test'
import { violationsOf } from '../violations'

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
