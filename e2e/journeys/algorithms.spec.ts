import { checkSame } from '../check-same'
import { cell, csvRows } from '../csv-rows'
import { appPage } from '../pages/app-page'
import { madeByCommandLine } from '../run-pipeline'
import { sampleFiles } from '../sample-placement'
import { expect, test } from '../test'

test('unusual stores that are kept separate are in no cluster, on every screen and in the file', async ({
  page,
}) => {
  const app = appPage(page)
  await app.open()
  await app.trySample()
  await app.runIs('Run complete')
  await app.show('Configure')
  await page.getByLabel('What happens to them (outlier_policy)').selectOption('separate')
  await app.run()
  await app.runIs('Run complete')

  await app.show('Export')
  const merged = csvRows(await app.download('Download merged clusters'))
  const separate = merged.filter((row) => cell(row, 'merged_cluster') === 'outlier')
  expect(separate.length).toBeGreaterThan(0)
  expect(separate.map((row) => cell(row, 'rebalanced_cluster'))).toEqual(
    separate.map(() => 'outlier'),
  )
  expect(separate.map((row) => cell(row, 'moved_from'))).toEqual(separate.map(() => ''))
  const summary = page.getByRole('main')
  await expect(summary).toContainText(`${merged.length - separate.length}`.replace(/(?=...$)/, ','))
  await expect(summary).toContainText(`${separate.length} kept separate as unusual`)

  const nBeauty = separate.filter((row) => cell(row, 'category') === 'Beauty').length
  await app.show('Merge')
  await expect(summary).toContainText(`${nBeauty} unusual stores are kept separate.`)
  await app.show('Clusters')
  await app.branch('Merged')
  await expect(summary).toContainText(`${nBeauty} of them kept separate as unusual`)
  await page.getByRole('radio', { name: 'UMAP (picture only)' }).check()
  await expect(summary).toContainText('no cluster depends on this picture')
})

test('what keeps an algorithm from finding a cluster leads to its setting, and back to a result', async ({
  page,
}) => {
  const app = appPage(page)
  const eps = page.getByLabel('Neighbourhood (eps)')
  await app.open()
  await app.trySample()
  await app.runIs('Run complete')
  await app.show('Configure')
  await page.getByLabel('Algorithm (algorithm)').selectOption('dbscan')
  await eps.fill('0.001')
  await eps.press('Enter')
  await app.run()
  await app.runIs('Run failed')
  await app.show('Cluster count')
  await expect(page.getByRole('alert')).toContainText('DBSCAN found no cluster')
  await page.getByRole('button', { name: 'Change Neighbourhood' }).click()
  await expect(eps).toBeFocused()
  await eps.fill('2')
  await eps.press('Enter')
  await app.run()
  await app.runIs('Run complete')
  await app.show('Cluster count')
  await expect(page.getByRole('main')).toContainText(
    /DBSCAN finds the number of clusters itself: \d/,
  )
  await expect(page.getByLabel('Rule', { exact: true })).toBeHidden()

  await app.show('Configure')
  await page.getByLabel('Fewest stores in a cluster (size_min)').fill('20')
  await page.getByLabel('Fewest stores in a cluster (size_min)').press('Enter')
  await app.show('Pipeline')
  await expect(page.getByRole('alert')).toContainText('which dbscan cannot keep')
  await page.getByRole('button', { name: 'Change Fewest stores in a cluster' }).click()
  await expect(page.getByLabel('Fewest stores in a cluster (size_min)')).toBeFocused()
})

const methods: readonly Readonly<Record<string, string>>[] = [
  { algorithm: 'kmedoids', norm_method: 'robust', outliers_method: 'lof' },
  { algorithm: 'gmm', imputation_type: 'iterative', norm_method: 'power', outliers_method: 'ee' },
  { algorithm: 'hclust', imputation_type: 'knn', norm_method: 'quantile', outliers_method: 'iqr' },
  { algorithm: 'hdbscan', imputation_type: 'simple', norm_method: 'minmax' },
  { algorithm: 'minibatch_kmeans', norm_method: 'zscore' },
  { algorithm: 'bisecting_kmeans', norm_method: 'maxabs' },
  { algorithm: 'dbscan', eps: '2', norm_method: 'zscore' },
  { algorithm: 'kmeans', pca_method: 'kernel', pca_components: '3', size_min: '20' },
]

test('every algorithm has the result hash, and places each store, as on the command line', async ({
  page,
}) => {
  test.setTimeout(240_000)
  const app = appPage(page)
  await app.open()
  await app.addFiles(sampleFiles)
  const chosen: Record<string, string> = {}
  for (const some of methods)
    await test.step(Object.values(some).join(', '), async () => {
      await app.show('Configure')
      for (const [name, value] of Object.entries(some)) {
        const field = page.getByLabel(new RegExp(`\\(${name}\\)$`))
        if (!/^\d/.test(value)) await field.selectOption(value)
        else await field.fill(value).then(() => field.press('Enter'))
      }
      Object.assign(chosen, some)
      await app.run()
      await app.runIs('Run complete')
      await app.show('Export')
      const text = await app.download('Download merged clusters')
      const settings = Object.entries(chosen).map(([name, value]) => `${name}=${value}`)
      const { merged, run } = madeByCommandLine(sampleFiles, settings)
      checkSame(text, merged)
      expect(resultHash(await app.download('Download run.json'))).toBe(resultHash(run))
    })
})

function resultHash(runJson: string): string {
  const { result_hash: hash }: { readonly result_hash: string } = JSON.parse(runJson)
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  return hash
}
