import { chromium } from '@playwright/test'
import { ensureBrowser } from '../../browser.mjs'
import { servePage } from '../serve-page.mjs'
import { watchRenderers } from './watch-renderers.mjs'

/**
 * The built page with the two files, as a person would: added, then `Sales by category` is made.
 * Times are of the page's own work: from adding the files, once the page is at rest, until both are understood and
 * the plan is shown, and of the run.
 * @param {{ readonly sales: string, readonly map: string }} files
 */
export async function measureChromium({ sales, map }) {
  const { executablePath, args } = ensureBrowser()
  const served = await servePage()
  const browser = await chromium.launch({ executablePath, args: [...args, '--disable-gpu'] })
  const peak = watchRenderers()
  try {
    const page = await browser.newPage()
    page.setDefaultTimeout(600_000)
    await page.goto(served.address)
    await page.waitForLoadState('networkidle')
    const start = performance.now()
    await page.getByLabel('Add files').setInputFiles([sales, map])
    const rail = page.getByRole('navigation', { name: 'Main' })
    await rail.getByRole('link', { name: 'Pipeline', exact: true }).click()
    const tile = page.getByRole('button', { name: /^Sales by category[^:]*: missing/ })
    await tile.waitFor()
    const profile = performance.now() - start
    await tile.click()
    const make = page.getByRole('complementary').getByRole('button', { name: 'Materialize this' })
    await make.click()
    const record = await Promise.race([page.evaluate(lastRecord), refusalOn(page)])
    return {
      ms: profile + record.ms,
      parts: { profile, run: record.ms },
      peakBytes: peak.stop(),
      money: record.money,
    }
  } finally {
    peak.stop()
    await browser.close()
    await served.close()
  }
}

/**
 * A run that does not start leaves no record, but says why.
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<never>}
 */
async function refusalOn(page) {
  const alert = page.getByRole('alert').first()
  await alert.waitFor({ timeout: 0 })
  throw new Error(`The page says: ${await alert.innerText()}`)
}

/**
 * Runs inside the page: waits for the record of the run, and takes from it the money of each category.
 * @returns {Promise<{ readonly ms: number, readonly money: readonly (readonly [string, number])[] }>}
 */
async function lastRecord() {
  const answerOf = (/** @type {IDBRequest} */ request) =>
    new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(request.error))
    })
  const db = /** @type {IDBDatabase} */ (await answerOf(indexedDB.open('store-clustering')))
  try {
    for (;;) {
      const [record] = /** @type {any[]} */ (
        await answerOf(db.transaction('runs').objectStore('runs').getAll())
      )
      if (record !== undefined) {
        if (record.status !== 'success') throw new Error(JSON.stringify(record.assets[0]?.failure))
        const made = record.assets.filter(
          (/** @type {any} */ asset) => asset.key === 'internal_sales_by_category',
        )
        return {
          ms: record.ms,
          money: made.map((/** @type {any} */ { partition, checks }) => {
            const { metadata } = checks.find((/** @type {any} */ c) => c.name === 'money_conserved')
            return [partition, metadata.money]
          }),
        }
      }
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
  } finally {
    db.close()
  }
}
