import { appPage } from '../pages/app-page'
import { expect, test } from '../test'

/** The quote of line 3 is never closed: the rest of the file would vanish into one cell. */
const broken = {
  name: 'broken_market.csv',
  text: 'store_id,rent\r\n00104,12\r\n"00111,13\r\n00118,14\r\n',
}

test('a broken file is named with its line, and the earlier result stays', async ({ page }) => {
  const app = appPage(page)
  await app.open()
  await app.trySample()
  await app.runIs('Run complete')

  await app.show('Data')
  await app.addFiles([broken])
  await expect(page.getByText(broken.name).first()).toBeVisible()
  await expect(page.getByText(/line 3\b/i).first()).toBeVisible()

  await app.show('Clusters')
  await expect(app.table('Internal clusters')).toBeVisible()
})
