import { makeGraph } from '../../src/assets/graph'
import { specs } from '../../src/assets/specs'
import type { Page } from '@playwright/test'
import { appPage, type TextFile } from '../pages/app-page'
import { clustersPage } from '../pages/clusters-page'
import { exportPage } from '../pages/export-page'
import { pipelinePage } from '../pages/pipeline-page'
import { clearSiteData } from '../pages/site-data'
import { movesBetween, placementsIn } from '../placements'
import { sampleFiles } from '../sample-placement'
import { expect, test } from '../test'

test('a run is changed, understood, compared, carried on, decided upon, and identical elsewhere', async ({
  page,
}) => {
  const app = appPage(page)
  const pipeline = pipelinePage(page)
  const exports = exportPage(page)
  await app.open()
  await app.trySample()
  await app.runIs('Run complete')

  await test.step('one changed parameter is named as the cause, with the asset that reads it', async () => {
    await setOver(page, 'Method, external (norm_method)', 'robust')
    await pipeline.openAsset('Published')
    await expect(pipeline.whyStale).toHaveCount(1)
    await expect(pipeline.whyStale).toContainText(
      'norm_method changed in external_normalized_data (zscore to robust)',
    )
    await expect(pipeline.whyStale).toContainText(/Normalised, external.*Published/)
  })

  await test.step('a run of what is downstream makes that anew and nothing else', async () => {
    await pipeline.openAsset('Normalised, external')
    await pipeline.materializeDownstream()
    await isOver(page, 2)
    const made = madeAnewIn(await exports.file('run.json'))
    expect([...made]).toEqual([...downstreamOf('external_normalized_data')])
  })

  await test.step('the comparison says which setting differs, and knows what was left as it was', async () => {
    await app.show('Compare')
    const settings = app.table('Settings of both runs')
    await expect(settings.getByRole('row')).toHaveCount(2)
    await expect(settings.getByRole('row').last()).toHaveText(/norm_method.*zscore.*robust/)
    await expect(page.getByRole('radio', { name: 'Internal' })).toBeEnabled()
    await expect(page.getByText('Only run 1 has')).toBeHidden()
  })

  const before = await placements(page)
  await test.step('without a baseline, a file in which the largest group shrinks shuffles the ids', async () => {
    await app.show('Data')
    await app.addFiles(withoutStores(largestGroup(before.internal, 'Health').slice(0, 30)))
    await app.runIs('stale')
    await app.run()
    await isOver(page, 3)
    const { internal, external } = await placements(page)
    expect(movesBetween(before.internal, internal).nMoved).toBeGreaterThan(100)
    expect(movesBetween(before.external, external).nMoved).toBeGreaterThan(100)
  })

  await test.step('with the run before as the baseline no id changes, store by store', async () => {
    await page.getByRole('button', { name: /^Run 3 / }).click()
    await page.getByRole('menuitem', { name: 'All runs' }).click()
    await page.getByLabel('Standing of run 2').selectOption('baseline')
    await app.runIs('stale')
    await app.run()
    await isOver(page, 4)
    const after = await placements(page)
    expect(movesBetween(before.internal, after.internal)).toEqual({ nCommon: 1076, nMoved: 0 })
    expect(movesBetween(before.external, after.external)).toEqual({ nCommon: 270, nMoved: 0 })
    expect(movesBetween(before.merged, after.merged)).toEqual({ nCommon: 1060, nMoved: 0 })
  })

  await test.step('a store that is locked is where it was put, at the cost that was told', async () => {
    const clusters = clustersPage(page)
    await app.show('Clusters')
    const locked = await clusters.lockFirstStore('The store was rebuilt', 'Ada')
    await app.run()
    await isOver(page, 5)
    await expect(clusters.rowOf(locked.store)).toContainText(locked.to)
    await expect(clusters.rowOf(locked.store)).toContainText('locked')
    await app.show('Merge')
    const log = page.getByRole('list', { name: 'Decisions' })
    await expect(log).toContainText(locked.cost)
  })

  await test.step('its bundle is identical in a browser that has never seen it', async () => {
    const bundle = await exports.bundle()
    expect(bundle.name).toBe('run-5.bundle.zip')
    await clearSiteData(page)
    await app.open()
    await expect(page.getByText('Recent runs')).toBeHidden()
    await exports.openBundle(bundle)
    await app.runIs('Identical: ')
  })
})

/** Lays a value of one branch over the inherited one. */
async function setOver(page: Page, setting: string, value: string) {
  await appPage(page).show('Configure')
  await page.getByRole('button', { name: `${setting}: ` }).click()
  const field = page.getByLabel(setting, { exact: true })
  await expect(field).toBeFocused()
  await field.selectOption(value)
}

async function isOver(page: Page, seq: number) {
  await expect(page.getByRole('button', { name: new RegExp(`^Run ${seq} `) })).toBeVisible({
    timeout: 60_000,
  })
  await appPage(page).runIs('Run complete')
}

/** Clusters of every store as they are handed over. */
async function placements(page: Page) {
  const { file } = exportPage(page)
  return {
    internal: placementsIn(await file('internal_cluster_assignments.csv')),
    external: placementsIn(await file('external_cluster_assignments.csv')),
    merged: placementsIn(await file('merged_cluster_assignments.csv'), 'merged_cluster'),
  }
}

/** Keys of the assets that a run computed, by its `run.json`. */
function madeAnewIn(json: string): ReadonlySet<string> {
  const { assets }: { assets: { key: string; cached: boolean }[] } = JSON.parse(json)
  return new Set(assets.flatMap(({ key, cached }) => (cached ? [] : [key])).toSorted())
}

/** An asset and all that reads it, by the specs. */
function downstreamOf(key: string): ReadonlySet<string> {
  const { downstream } = makeGraph(specs, new Set(['sales', 'product_map', 'external']), {})
  const found = new Set([key])
  for (const each of found) for (const next of downstream.get(each) ?? []) found.add(next)
  return new Set([...found].toSorted())
}

/** Stores of the cluster with the most of them in a category. */
function largestGroup(placed: ReadonlyMap<string, string>, category: string): readonly string[] {
  const groups = new Map<string, string[]>()
  for (const [id, cluster] of placed) {
    const [store = '', of] = id.split('|')
    if (of === category) groups.set(cluster, [...(groups.get(cluster) ?? []), store])
  }
  return [...groups.values()].toSorted((a, b) => b.length - a.length)[0] ?? []
}

/** The sample in which some stores have closed. Its first column, but of the map, is the store. */
function withoutStores(closed: readonly string[]): readonly TextFile[] {
  const ids = new Set(closed)
  return sampleFiles.map(({ name, text }) => {
    const lines = text.split('\r\n')
    const isOpen = (line: string) => !ids.has(line.slice(0, line.indexOf(',')))
    return { name, text: lines.filter(isOpen).join('\r\n') }
  })
}
