import { exportedRows } from '../exported-rows'
import { appPage } from '../pages/app-page'
import { exportPage } from '../pages/export-page'
import { expect, test } from '../test'

const tables = [
  'merged_cluster_assignments',
  'internal_cluster_assignments',
  'external_cluster_assignments',
  'moves',
  'exceptions',
  'cluster_counts',
  'cluster_profiles',
]

const formats = [
  { name: 'CSV for Excel', ending: 'csv' },
  { name: 'Excel workbook', ending: 'xlsx' },
  { name: 'Parquet', ending: 'parquet' },
  { name: 'JSON', ending: 'json' },
]

test('every table of a run has the same rows in every format', async ({ page }) => {
  const app = appPage(page)
  const exported = exportPage(page)
  await app.open()
  await app.trySample()
  await app.runIs('Run complete')
  await app.show('Export')
  const csv = new Map<string, unknown>()
  for (const table of tables) {
    const { name, bytes } = await exported.save(`Download ${table}.csv`)
    expect(name).toBe(`${table}.csv`)
    expect(bytes.subarray(0, 3)).not.toEqual(Buffer.from('\ufeff'))
    csv.set(table, await exportedRows(name, bytes))
  }
  for (const format of formats) {
    await exported.choose(format.name)
    for (const table of tables) {
      const { name, bytes } = await exported.save(`Download ${table}.${format.ending}`)
      expect(name).toBe(`${table}.${format.ending}`)
      expect(await exportedRows(name, bytes), name).toEqual(csv.get(table))
    }
    const merged = await exported.save('Download merged clusters')
    expect(merged.name).toBe(`merged_cluster_assignments.${format.ending}`)
    const rows = await exportedRows(merged.name, merged.bytes)
    expect(rows).toEqual(csv.get('merged_cluster_assignments'))
    const run = await exported.save('Download run.json')
    expect(JSON.parse(run.bytes.toString('utf8'))).toMatchObject({ status: 'success' })
  }
})

test('F-77 a file that is saved while a run goes on is of one run', async ({ page }) => {
  const app = appPage(page)
  const exported = exportPage(page)
  const rowsOf = async (button: string) => {
    const { name, bytes } = await exported.save(button)
    return exportedRows(name, bytes)
  }
  await app.open()
  await app.trySample()
  await app.runIs('Run complete')
  await app.show('Export')
  const before = await rowsOf('Download merged clusters')
  await app.show('Configure')
  await page.getByLabel('Configuration text').fill('job_params: { max_clusters: 3 }\n')
  await app.runIs('assets stale')
  await app.run()
  await expect(page.getByRole('button', { name: 'Cancel run' })).toBeVisible()
  await app.show('Export')
  await exported.choose('Excel workbook')
  const meanwhile = await rowsOf('Download merged clusters')
  await app.runIs('Run complete')
  await expect(page.getByText('Run 2', { exact: true }).first()).toBeVisible()
  const after = await rowsOf('Download merged clusters')
  expect(after).not.toEqual(before)
  expect([before, after]).toContainEqual(meanwhile)
})
