import type { Page } from '@playwright/test'
import { appPage } from '../pages/app-page'
import { expect, test } from '../test'
import { violationsOf } from '../violations'

test('a store that is locked to another cluster moves there, at a cost, and back when it is taken back', async ({
  page,
}) => {
  const app = appPage(page)
  await app.open()
  await app.trySample()
  await app.runIs('Run complete')
  await app.show('Clusters')

  const { store, cluster } = await selectFirstStore(page)
  const told = await lockElsewhere(page, cluster)
  await expect(page.getByText('1 decision is not in this result yet.')).toBeVisible()
  await runAgain(page, 2)
  await expect(rowOf(page, store)).toContainText('locked')
  await expect(rowOf(page, store)).toContainText(told.name)

  await app.show('Merge')
  const entry = page.getByRole('list', { name: 'Decisions' }).getByRole('listitem')
  await expect(entry).toHaveCount(1)
  await expect(entry).toContainText(`Store ${store} locked to`)
  await expect(entry).toContainText('The store was rebuilt')
  await expect(entry).toContainText(told.cost)
  expect(await violationsOf(page)).toEqual([])

  await takeBack(page, 'It opened again as it was')
  await runAgain(page, 3)
  await expect(entry).toHaveCount(2)
  await app.show('Clusters')
  await expect(rowOf(page, store)).toContainText(cluster)
  await expect(rowOf(page, store)).not.toContainText('locked')
})

test('a decision can be undone at once, and asks who and why', async ({ page }) => {
  const app = appPage(page)
  await app.open()
  await app.trySample()
  await app.runIs('Run complete')
  await app.show('Clusters')
  await selectFirstStore(page)

  await page.getByRole('button', { name: 'Exclude' }).click()
  const form = page.getByRole('form', { name: 'Exclude' })
  await expect(form).toContainText('1 store would get no cluster')
  await form.getByRole('button', { name: 'Confirm' }).click()
  await expect(form).toContainText('Say why')
  expect(await violationsOf(page)).toEqual([])
  await form.getByLabel('Reason').fill('Closed for a year')
  await form.getByLabel('Author').fill('Ada')
  await form.getByLabel('Author').press('Enter')
  await expect(page.getByText('1 decision is not in this result yet.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('1 decision is not in this result yet.')).toBeHidden()

  await page.getByRole('button', { name: 'Lock to a cluster' }).click()
  const lock = page.getByRole('form', { name: 'Lock to a cluster' })
  await expect(lock.getByLabel('Author')).toHaveValue('Ada')
  await page.keyboard.press('Escape')
  await expect(lock).toBeHidden()
  await expect(page.getByRole('button', { name: 'Lock to a cluster' })).toBeFocused()
})

test('a name that a person gives is kept and marked, and the automatic one comes back', async ({
  page,
}) => {
  const app = appPage(page)
  await app.open()
  await app.trySample()
  await app.runIs('Run complete')
  await app.show('Clusters')
  const card = page.getByRole('list', { name: 'Choose clusters' }).getByRole('listitem').first()
  const automatic = (await card.locator('b').first().textContent()) ?? ''

  await card.getByRole('button', { name: `Rename ${automatic}` }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('form', { name: 'Rename' })).toBeHidden()

  await card.getByRole('button', { name: `Rename ${automatic}` }).click()
  const form = page.getByRole('form', { name: 'Rename' })
  await form.getByLabel('Name').fill('Evening crowd')
  await form.getByLabel('Author').fill('Ada')
  await form.getByLabel('Author').press('Enter')
  await runAgain(page, 2)
  await expect(card).toContainText('Evening crowd')
  await expect(card.getByRole('img', { name: /Named by Ada on/ })).toBeVisible()

  await card.getByRole('button', { name: 'Rename Evening crowd' }).click()
  await form.getByRole('button', { name: 'Use the automatic name' }).click()
  await runAgain(page, 3)
  await expect(card).toContainText(automatic)
})

function rowOf(page: Page, store: string) {
  return page.getByRole('grid', { name: 'Stores' }).getByRole('row', { name: store })
}

/** The store on the border of two clusters, with the token of its own. */
async function selectFirstStore(page: Page) {
  const row = page.getByRole('grid', { name: 'Stores' }).getByRole('row').nth(1)
  await expect(row).toContainText(/\d/)
  const cells = await row.getByRole('gridcell').allTextContents()
  await row.click()
  return { store: cells[0] ?? '', cluster: cells[1] ?? '' }
}

/** Locks the selected store to a cluster that it is not in; says its name and what that costs. */
async function lockElsewhere(page: Page, cluster: string) {
  await page.getByRole('button', { name: 'Lock to a cluster' }).click()
  const form = page.getByRole('form', { name: 'Lock to a cluster' })
  await form.getByRole('combobox', { name: 'Cluster' }).click()
  const others = form.getByRole('option').filter({ hasNotText: cluster.replace(/^\d+/, '') })
  const name = (await others.first().textContent())?.replace(/^\d+|\d+$/g, '') ?? ''
  await others.first().click()
  const preview = (await form.getByText(/to the inertia/).textContent()) ?? ''
  await form.getByLabel('Reason').fill('The store was rebuilt')
  await form.getByLabel('Author').fill('Ada')
  await form.getByRole('button', { name: 'Confirm' }).click()
  await expect(form).toBeHidden()
  return { name, cost: /Adds [\d.,]+ to the inertia/.exec(preview)?.[0] ?? 'no cost' }
}

async function takeBack(page: Page, reason: string) {
  const log = page.getByRole('list', { name: 'Decisions' })
  await log.getByRole('button', { name: 'Take back' }).click()
  const form = page.getByRole('form', { name: 'Take back' })
  await form.getByLabel('Reason').fill(reason)
  await form.getByRole('button', { name: 'Confirm' }).click()
  await expect(log).toContainText('still in the result that is shown')
}

async function runAgain(page: Page, seq: number) {
  await page.getByRole('button', { name: 'Run', exact: true }).first().click()
  await expect(page.getByRole('button', { name: `Run ${seq}` })).toBeVisible({ timeout: 90_000 })
}
