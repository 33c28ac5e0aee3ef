import { appPage } from '../pages/app-page'
import { expect, test } from '../test'

test('Cancel ends a run at once, and the next run completes', async ({ page }) => {
  const app = appPage(page)
  await app.open()
  await app.trySample()
  const cancel = page.getByRole('button', { name: 'Cancel run' })
  await cancel.click({ timeout: 30_000 })
  await app.runIs('Run canceled', 2_000)
  await expect(cancel).toBeHidden()

  await app.run()
  await app.runIs('Run complete')
})
