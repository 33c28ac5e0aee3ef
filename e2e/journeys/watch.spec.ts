import type { Page } from '@playwright/test'
import { appPage } from '../pages/app-page'
import { sampleFiles } from '../sample-placement'
import { expect, test } from '../test'
import { violationsOf } from '../violations'

/** Folders cannot be chosen without a hand: the page's own folder stands in for one of the disk. */
async function withFolder(page: Page) {
  await page.addInitScript(() => {
    Object.assign(window, {
      showDirectoryPicker: async () => {
        const root = await navigator.storage.getDirectory()
        return root.getDirectoryHandle('exports', { create: true })
      },
    })
  })
}

async function write(page: Page, name: string, text: string) {
  await page.evaluate(
    async (written) => {
      const root = await navigator.storage.getDirectory()
      const folder = await root.getDirectoryHandle('exports', { create: true })
      const file = await folder.getFileHandle(written.name, { create: true })
      const writable = await file.createWritable()
      await writable.write(written.text)
      await writable.close()
    },
    { name, text },
  )
}

async function remove(page: Page, name: string) {
  await page.evaluate(async (fileName) => {
    const root = await navigator.storage.getDirectory()
    await (await root.getDirectoryHandle('exports')).removeEntry(fileName)
  }, name)
}

/** A folder of the sample files, three of them on the desk, clustered and watched. */
async function watchedSample(page: Page) {
  const app = appPage(page)
  await withFolder(page)
  await app.open()
  for (const { name, text } of sampleFiles) await write(page, name, text)
  await app.addFiles(sampleFiles)
  await app.run()
  await app.runIs('Run complete')
  await app.show('Data')
  await region(page).getByRole('button', { name: 'Watch a folder' }).click()
  await allUnchanged(page)
  return app
}

/** Every file of the sample is followed, and stands as it was read. */
async function allUnchanged(page: Page) {
  const lines = region(page).getByText('Unchanged since it was read')
  await expect(lines).toHaveCount(sampleFiles.length, { timeout: 30_000 })
}

/** How often the timer that the page keeps is due, in minutes; null before it is kept. */
function keptMinutes(page: Page): Promise<number | null> {
  return page.evaluate(
    () =>
      new Promise<number | null>((resolve, reject) => {
        const opening = indexedDB.open('store-clustering')
        opening.addEventListener('error', () => reject(new Error('not opened')))
        opening.addEventListener('success', () => {
          const db = opening.result
          const reading = db.transaction('workspace').objectStore('workspace').get('desk')
          reading.addEventListener('success', () => {
            db.close()
            resolve(reading.result?.watch?.timer?.minutes ?? null)
          })
        })
      }),
  )
}

const region = (page: Page) => page.getByRole('region', { name: 'Watch and schedule' })
const offer = (page: Page, name: string) =>
  page.getByRole('status').filter({ hasText: `${name} changed at` })

function sampleFile(part: string) {
  const file = sampleFiles.find(({ name }) => name.includes(part))
  if (file === undefined) throw new Error(`no sample file ${part}`)
  return file
}

/** The file without its last rows: another file, of the same form. */
function shorter({ name, text }: { readonly name: string; readonly text: string }, nRows: number) {
  return { name, text: `${text.trimEnd().split('\n').slice(0, -nRows).join('\n')}\n` }
}

/** What the last download says, so that two results can be compared. */
async function published(page: Page) {
  const app = appPage(page)
  await app.show('Export')
  const text = await app.download('Download merged clusters')
  await app.show('Data')
  return text
}

test('a file that changes in a watched folder: an offer, then by itself', async ({ page }) => {
  const app = await watchedSample(page)
  const first = await published(page)
  const market = shorter(sampleFile('demographics'), 5)

  await test.step('the same bytes written again change nothing', async () => {
    const { name, text } = sampleFile('demographics')
    await write(page, name, text)
    await expect(region(page).getByText('Being written')).toBeVisible({ timeout: 30_000 })
    await allUnchanged(page)
    await expect(offer(page, name)).toHaveCount(0)
    await expect(app.status.filter({ hasText: 'Run complete' }).first()).toBeVisible()
  })

  await test.step('other bytes bring an offer with the plan, and Run makes it', async () => {
    await write(page, market.name, market.text)
    await expect(offer(page, market.name)).toContainText(/Run \d+ of \d+ assets/, {
      timeout: 30_000,
    })
    await expect(app.status.filter({ hasText: /assets stale/ }).first()).toBeVisible()
    await offer(page, market.name).getByRole('button', { name: 'Run', exact: true }).click()
    await app.runIs('Run complete')
    await expect(offer(page, market.name)).toHaveCount(0)
    const { ran, cached } = await app.didRun()
    expect(ran).toBeGreaterThan(0)
    expect(cached).toBeGreaterThan(0)
    await app.show('Data')
  })
  const second = await published(page)
  expect(second).not.toBe(first)

  await test.step('with the switch, the next change runs by itself', async () => {
    await region(page).getByRole('switch', { name: 'Run by itself when a file changes' }).check()
    const again = shorter(market, 5)
    await write(page, again.name, again.text)
    const happened = region(page).getByRole('list', { name: 'What happened' })
    await expect(happened.getByText('A run started: a file changed')).toBeVisible({
      timeout: 30_000,
    })
    await expect(happened.getByText('The run ended well')).toBeVisible({ timeout: 60_000 })
    await app.runIs('Run complete')
    await expect(page.getByText('Run 3').first()).toBeVisible()
  })
  expect(await published(page)).not.toBe(second)
})

test('a file that vanished or cannot be read is said; the one read last stays', async ({
  page,
}) => {
  const app = await watchedSample(page)
  const { name, text } = sampleFile('foot_traffic')
  await remove(page, name)
  await expect(region(page).getByText('Gone from the folder.')).toBeVisible({ timeout: 30_000 })
  await write(page, name, 'store_id\n')
  await expect(region(page).getByText(/no data rows.*The one read last stays/)).toBeVisible({
    timeout: 30_000,
  })
  await expect(app.status.filter({ hasText: 'Run complete' }).first()).toBeVisible()
  await write(page, name, text)
  await allUnchanged(page)
})

test('the folder, the switch and the timer come back after a reload', async ({ page }) => {
  await watchedSample(page)
  await region(page).getByRole('switch', { name: 'Run by itself when a file changes' }).check()
  await region(page).getByRole('radio', { name: 'Every' }).check()
  await region(page).getByLabel('How many').fill('2')
  await expect(region(page).getByText(/^Runs what is stale (tomorrow )?at /)).toBeVisible()
  expect(await violationsOf(page)).toEqual([])
  await expect.poll(() => keptMinutes(page)).toBe(120)
  await page.reload()
  await allUnchanged(page)
  await expect(region(page).getByRole('switch')).toBeChecked()
  await expect(region(page).getByLabel('How many')).toHaveValue('2')
  await region(page).getByRole('button', { name: 'Stop watching' }).click()
  await expect(region(page).getByRole('button', { name: 'Watch a folder' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(region(page).getByRole('button', { name: 'Stop watching' })).toBeVisible()
})

test('the timer runs at its time what is stale, and says when nothing is', async ({ page }) => {
  await page.clock.install()
  const app = appPage(page)
  await app.open()
  await app.addFiles(sampleFiles)
  await expect(page.getByText(/ready to cluster/)).toBeVisible()
  await region(page).getByRole('radio', { name: 'Every' }).check()
  await page.clock.fastForward('01:00:06')
  await app.runIs('Run complete')
  const happened = region(page).getByRole('list', { name: 'What happened' })
  await expect(happened.getByText('The run ended well')).toBeVisible()
  await page.clock.fastForward('01:00:06')
  await expect(happened.getByText(/Nothing to do at/)).toBeVisible()
  await region(page).getByRole('radio', { name: 'Off' }).check()
  await expect(region(page).getByText('A run starts when you press Run.')).toBeVisible()
})

test('a browser without folders says so, and offers dropping again and the timer', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'showDirectoryPicker', { value: undefined })
  })
  const app = appPage(page)
  await app.open()
  await app.addFiles(sampleFiles)
  await expect(region(page).getByText('This browser lets no page watch a folder')).toBeVisible()
  await expect(region(page).getByRole('radiogroup', { name: 'Timer' })).toBeVisible()
  await expect(region(page).getByText('Nothing runs once this page is closed')).toBeVisible()
})
