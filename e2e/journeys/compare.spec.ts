import type { Page } from '@playwright/test'
import { appPage } from '../pages/app-page'
import { expect, test } from '../test'
import { violationsOf } from '../violations'

/** A setting of Configure: chosen, or written as a person writes it. */
async function change(page: Page, setting: string, value: string) {
  const field = page.getByLabel(setting, { exact: true }).first()
  const isChoice = await field.evaluate((element) => element instanceof HTMLSelectElement)
  if (isChoice) await field.selectOption(value)
  else await field.fill(value)
  await field.press('Tab')
}

/** The sample, run as it comes and once more with other settings; the first run is the baseline. */
async function twoRuns(page: Page) {
  const app = appPage(page)
  await app.open()
  await app.trySample()
  await app.runIs('Run complete')
  await page.getByRole('button', { name: /^Run 1 / }).click()
  await page.getByRole('menuitem', { name: 'All runs' }).click()
  await page.getByLabel('Standing of run 1').selectOption('baseline')
  await expect(page.getByText('Run 1 is the baseline now')).toBeVisible()
  await app.show('Configure')
  await change(page, 'Transform (transform)', 'log1p')
  await change(page, 'Clusters, fixed (n_clusters)', '3')
  await change(page, 'Rule (k_rule)', 'fixed')
  await app.run()
  await expect(page.getByRole('button', { name: /^Run 2 / })).toBeVisible({ timeout: 90_000 })
  await app.runIs('Run complete')
  await app.show('Compare')
  return app
}

test('two runs: what differs, who moved and why by trial runs, and the moves as a file', async ({
  page,
}) => {
  const app = await twoRuns(page)
  await expect(page.getByRole('button', { name: 'Run 2 against run 1, baseline' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(
    /\d+\s% of stores keep their internal cluster; [\d,]+ of [\d,]+ moves?\./,
  )
  const settings = app.table('Settings of both runs')
  await expect(settings.getByRole('row', { name: /^Rule k_rule/ })).toContainText('fixed')

  await expect(page.getByText(/^\d trial runs?, at most about/)).toBeVisible()
  await page.getByRole('button', { name: 'Find out why' }).click()
  const reasons = page.getByRole('list', { name: 'Reasons' })
  await expect(reasons).toBeVisible({ timeout: 90_000 })
  const counts = await reasons.getByRole('button').allTextContents()
  const nMoved = Number(/^([\d,]+) stores? moved/.exec(await movedTitle(page))?.[1])
  expect(counts.reduce((sum, text) => sum + Number.parseInt(text, 10), 0)).toBe(nMoved)

  const text = await app.download('Download the moves as CSV')
  const [head = '', ...rows] = text.trim().split(/\r?\n/)
  expect(head).toContain('store_nbr,category,branch,from,to,reason')
  expect(rows.some((row) => /,internal,\d+,\d+,k_rule/.test(row))).toBe(true)

  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('keep their internal cluster')
  expect(page.url()).toContain('#/compare')
})

async function movedTitle(page: Page): Promise<string> {
  const title = page.getByRole('heading', { level: 2, name: /stores? moved$/ })
  return (await title.textContent()) ?? ''
}

test('trial runs can be canceled, and keep no record', async ({ page }) => {
  await twoRuns(page)
  await page.getByRole('button', { name: 'Find out why' }).click()
  await page.getByRole('button', { name: 'Cancel', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Find out why' })).toBeVisible()
  await page.getByRole('button', { name: /^Against run 1/ }).click()
  await page.getByRole('menuitem', { name: 'All runs' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: /^Run \d/ })).toHaveCount(2)
})

test('a run is named, deleted, and back with Undo as it was', async ({ page }) => {
  const app = appPage(page)
  await app.open()
  await app.trySample()
  await app.runIs('Run complete')
  await page.goto('./#/runs')
  await page.getByRole('button', { name: 'Name it: run 1' }).click()
  await page.getByLabel('Name of run 1').fill('Before Christmas')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Name of run 1: Before Christmas' })).toBeFocused()
  const picker = page.getByRole('button', { name: /^Run 1 Before Christmas/ })
  await expect(picker).toBeVisible()
  await page.getByRole('button', { name: 'More about run 1' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'No run yet' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(picker).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`in the ${colorScheme} scheme`, () => {
    test.use({ colorScheme })
    test('Compare and Runs have no accessibility violation', async ({ page }) => {
      await twoRuns(page)
      for (const picture of ['Matrix', 'Flow', 'Table']) {
        await page.getByRole('radio', { name: picture }).check()
        expect(await violationsOf(page), picture).toEqual([])
      }
      await page.getByRole('switch', { name: 'Show what is the same' }).press('Space')
      expect(await violationsOf(page), 'all').toEqual([])
      await page.goto('./#/runs')
      await expect(page.getByRole('list', { name: 'Runs, newest first' })).toBeVisible()
      expect(await violationsOf(page), 'Runs').toEqual([])
    })
  })
