import type { BrowserContext, Page } from '@playwright/test'
import { appPage } from '../pages/app-page'
import { expect, test } from '../test'

/** How many keys a part of the page's storage has. */
function countIn(page: Page, store: string): Promise<number> {
  return page.evaluate(
    (name) =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('store-clustering')
        opening.addEventListener('error', () => reject(new Error('not opened')))
        opening.addEventListener('success', () => {
          const db = opening.result
          const count = db.transaction(name).objectStore(name).count()
          count.addEventListener('success', () => {
            db.close()
            resolve(count.result)
          })
        })
      }),
    store,
  )
}

/** A page in the middle of a run of the sample, with some values made. */
async function inTheMiddle(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  const app = appPage(page)
  await app.open()
  await app.trySample()
  await expect.poll(() => countIn(page, 'summaries'), { intervals: [20] }).toBeGreaterThan(5)
  return page
}

test.describe('F-80 a page that ends in the middle of a run', () => {
  const ends = {
    closed: (page: Page) => page.close(),
    crashed: async (page: Page) => {
      const session = await page.context().newCDPSession(page)
      // The answer never comes: the page that would give it is gone.
      void session.send('Page.crash').catch(() => undefined)
      await page.waitForEvent('crash')
      await page.close()
    },
  }
  for (const [how, end] of Object.entries(ends))
    test(`${how}: the next start goes on by itself and makes only what is left`, async ({
      context,
    }) => {
      await end(await inTheMiddle(context))
      const page = await context.newPage()
      const app = appPage(page)
      await app.open()
      await app.runIs('Run complete')
      const { ran, cached } = await app.didRun()
      expect(cached).toBeGreaterThan(0)
      expect(ran).toBeGreaterThan(0)
      expect(await countIn(page, 'pending')).toBe(0)
      expect(await countIn(page, 'runs')).toBe(1)
    })
})

test('F-58 a second tab starts nothing while the first runs, and shows its results', async ({
  context,
}) => {
  const first = await inTheMiddle(context)
  const second = await context.newPage()
  const app = appPage(second)
  await app.open()
  await app.runIs('Another tab is running')
  await expect(second.getByRole('button', { name: 'Run full pipeline' })).toBeDisabled()
  await expect(second.getByText('One run at a time').first()).toBeVisible()
  await appPage(first).runIs('Run complete')
  await expect(second.getByText('Run 1').first()).toBeVisible()
  expect(await countIn(second, 'runs')).toBe(1)
})

test.describe('F-63 a browser that keeps nothing', () => {
  const refusals = {
    throws: () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('denied', 'SecurityError')
      }
    },
    'is not there': () => {
      Object.defineProperty(window, 'indexedDB', { value: undefined })
    },
  }
  for (const [how, refuse] of Object.entries(refusals))
    test(`${how}: the page works for this visit`, async ({ page }) => {
      await page.addInitScript(refuse)
      const app = appPage(page)
      await app.open()
      await app.trySample()
      await app.runIs('Run complete')
      await app.show('Export')
      const text = await app.download('Download merged clusters')
      expect(text.split('\n').length).toBeGreaterThan(100)
    })
})
