import { checkSame } from '../check-same'
import { cell, type CsvRow, csvRows, headerOf } from '../csv-rows'
import { appPage } from '../pages/app-page'
import { madeByCommandLine } from '../run-pipeline'
import { pair, sampleFiles, samplePlacement } from '../sample-placement'
import { expect, test } from '../test'

const minClusterSize = 20

test('drop four files, run, look, change one setting, run again, reload, download', async ({
  page,
}) => {
  const app = appPage(page)
  await app.open()
  await app.addFiles(sampleFiles)
  await app.run()
  await app.runIs('Run complete')
  const first = await test.step('the first run runs every asset', async () => {
    const did = await app.didRun()
    expect(did).toEqual({ ran: did.total, total: did.total, cached: 0 })
    return did
  })

  await test.step('the clusters are there', async () => {
    await app.show('Clusters')
    await expect(app.table('Internal clusters')).toBeVisible()
    await app.branch('External')
    await expect(app.table('External clusters')).toBeVisible()
    await app.branch('Merged')
    await expect(app.table('Merged clusters')).toBeVisible()
  })

  await test.step('a change of max_clusters runs only what is downstream', async () => {
    await app.show('Configure')
    const setting = page.getByLabel(/max_clusters|Most clusters/).first()
    await setting.fill('3')
    await setting.press('Tab')
    await app.run()
    await expect
      .poll(async () => (await app.didRun()).cached, { timeout: 90_000 })
      .toBeGreaterThan(0)
    await app.runIs('Run complete')
    const second = await app.didRun()
    expect(second.total).toBe(first.total)
    expect(second.ran).toBeGreaterThan(0)
    expect(second.ran + second.cached).toBe(second.total)
  })

  await test.step('a reload brings the result back', async () => {
    await app.show('Clusters')
    await page.reload()
    await expect(app.table('Merged clusters')).toBeVisible()
    await app.branch('Internal')
    await expect(app.table('Internal clusters')).toBeVisible()
  })

  await test.step('every row of the download is right', async () => {
    await app.show('Export')
    const text = await app.download('Download merged clusters')
    checkMerged(text)
    checkSame(text, madeByCommandLine(sampleFiles, ['max_clusters=3']).merged)
    checkExceptions(await app.download(/exceptions\.csv/))
  })
})

/** Each (store, category) of both views once, with labels that agree with one another. */
function checkMerged(text: string) {
  expect(headerOf(text)).toBe(
    'store_nbr,category,internal_cluster,external_cluster,merged_cluster,rebalanced_cluster,' +
      'moved_from,distance,runner_up,runner_up_distance,internal_outlier,external_outlier',
  )
  const rows = csvRows(text)
  const pairs = rows.map((row) => pair(cell(row, 'store_nbr'), cell(row, 'category')))
  expect(pairs.toSorted()).toEqual([...samplePlacement().placed].toSorted())
  for (const row of rows) checkRow(row)
  for (const [cluster, size] of sizesOf(rows, 'rebalanced_cluster'))
    expect(size, `stores in ${cluster}`).toBeGreaterThanOrEqual(minClusterSize)
}

function checkRow(row: CsvRow) {
  const merged = cell(row, 'merged_cluster')
  const rebalanced = cell(row, 'rebalanced_cluster')
  expect(merged).toBe(`${cell(row, 'internal_cluster')}_${cell(row, 'external_cluster')}`)
  expect(merged).toMatch(/^[123]_[123]$/)
  expect(cell(row, 'moved_from')).toBe(merged === rebalanced ? '' : merged)
  const distance = Number(cell(row, 'distance'))
  expect(distance).toBeGreaterThanOrEqual(0)
  if (merged !== rebalanced)
    expect(distance).toBeLessThanOrEqual(Number(cell(row, 'runner_up_distance')))
}

/** Stores per cluster of each category. */
function sizesOf(rows: readonly CsvRow[], column: string): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>()
  for (const row of rows) {
    const cluster = `${cell(row, 'category')} ${cell(row, column)}`
    sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1)
  }
  return sizes
}

/** Who is in one view only is listed, so that stores in = stores out. */
function checkExceptions(text: string) {
  const { internalOnly, externalOnly } = samplePlacement()
  const listed = new Set(csvRows(text).map((row) => cell(row, 'store_nbr')))
  for (const store of [...internalOnly, ...externalOnly]) expect(listed).toContain(store)
}
