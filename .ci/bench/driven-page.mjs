import { taskCategories, tasksOf } from './main-thread.mjs'
import * as atWork from './page-at-work.mjs'

/**
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {import('./made-chain.mjs').MadeFile} MadeFile
 */

/** Milliseconds after which a page that was left alone has nothing more to do. */
const settling = 1500
/** Of a run, in milliseconds. */
const longest = 600_000

/**
 * The page as a person drives it, by the names that stay stable, and what it is measured with.
 * @param {import('@playwright/test').Browser} browser
 * @param {{ readonly address: string, readonly files: readonly MadeFile[] }} given
 */
export async function openPage(browser, { address, files }) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  await page.addInitScript(atWork.noteLongTasks)
  await page.goto(address)
  await page
    .getByLabel('Add files')
    .setInputFiles(
      files.map(({ name, text }) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })),
    )
  const runButton = page.getByRole('button', { name: 'Run full pipeline' })
  await page.waitForSelector('header button:enabled >> text=Run full pipeline')
  await page.waitForTimeout(settling)

  const show = async (/** @type {string} */ screen) => {
    const rail = page.getByRole('navigation', { name: 'Main' })
    await rail.getByRole('link', { name: screen, exact: true }).click()
    await page.waitForTimeout(settling)
  }
  return {
    show,
    /** Runs the pipeline; gives the tasks of the page's main thread until some time after the run. */
    run: async () => {
      await page.evaluate(atWork.takeLongTasks)
      await browser.startTracing(page, { categories: taskCategories })
      await runButton.click()
      // The run is on its way before its end is looked for.
      await page.waitForSelector('header button[data-running]')
      const words = await within(longest, page.evaluate(atWork.runEnd))
      await page.waitForTimeout(settling)
      const { traceEvents } = JSON.parse((await browser.stopTracing()).toString())
      if (!words.startsWith('Run complete')) throw new Error(`The run did not end well: ${words}`)
      return {
        tasks: tasksOf(traceEvents),
        nLong: (await page.evaluate(atWork.takeLongTasks)).length,
      }
    },
    countTiles: async () => {
      await show('Pipeline')
      return page.evaluate(atWork.countTiles)
    },
    openGraph: (/** @type {number} */ nTiles) => page.evaluate(atWork.openGraph, nTiles),
    panGraph: (/** @type {number} */ nFrames) => page.evaluate(atWork.panGraph, nFrames),
    /** Milliseconds from Enter in a field of Configure to the next frame. */
    set: async (/** @type {string} */ label, /** @type {string} */ value) => {
      await show('Configure')
      const field = page.getByLabel(label).first()
      await field.fill(value)
      const framed = page.evaluate(atWork.enterToFrame)
      // The page has to be listening before the key is pressed.
      await page.waitForTimeout(200)
      await field.press('Enter')
      const ms = await framed
      await page.waitForTimeout(settling)
      return ms
    },
    close: () => context.close(),
  }
}

/**
 * @template T
 * @param {number} ms
 * @param {Promise<T>} work
 * @returns {Promise<T>}
 */
function within(ms, work) {
  return Promise.race([
    work,
    new Promise((_resolve, reject) => {
      setTimeout(() => reject(new Error(`No end after ${ms / 1000} s.`)), ms).unref()
    }),
  ])
}
