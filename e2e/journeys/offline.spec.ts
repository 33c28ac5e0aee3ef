import { filesUnder } from '../../.ci/files-under.mjs'
import { appPage, type ScreenName } from '../pages/app-page'
import { expect, test } from '../test'

const screens: readonly ScreenName[] = [
  'Configure',
  'Pipeline',
  'Cluster count',
  'Clusters',
  'Merge',
  'Export',
]

test('what is needed later is fetched ahead, and all works with the network off', async ({
  page,
  context,
  baseURL,
}) => {
  const later = new Set(filesUnder('.', 'dist/assets').map((path) => path.slice('dist/'.length)))
  page.on('requestfinished', (request) =>
    later.delete(request.url().slice(new URL('./', baseURL).href.length)),
  )
  const app = appPage(page)
  await app.open()
  await expect.poll(() => [...later]).toEqual([])
  await context.setOffline(true)

  await app.trySample()
  await app.runIs('Run complete')
  for (const screen of screens) {
    await app.show(screen)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
  expect(await app.download('Download merged clusters')).toContain('store_nbr,category')
})
