import type { Page } from '@playwright/test'
import { expect, test } from '../test'
import { watch } from '../watch'

// The guard that every other test stands under is proved here, in a context of its own.

test('the guard lists every request that is not a plain GET of a file of the build', async ({
  browser,
  baseURL,
}) => {
  const base = new URL(String(baseURL))
  const context = await browser.newContext()
  const unexpected = watch(context, base)
  const page = await context.newPage()
  await page.goto(base.href)
  expect(unexpected).toEqual([])

  await loadImage(page, './icon.svg?rows=00123')
  await loadImage(page, './00123.png')
  expect(unexpected).toContain(`GET ${base.href}icon.svg?rows=00123`)
  expect(unexpected).toContain(`GET ${base.href}00123.png`)
  await context.close()
})

test('the policy refuses a fetch, and the guard lists that', async ({ browser, baseURL }) => {
  const base = new URL(String(baseURL))
  const context = await browser.newContext()
  const unexpected = watch(context, base)
  const page = await context.newPage()
  await page.goto(base.href)
  const answer = page.evaluate(() =>
    fetch('./theme.js').then(
      () => 'sent',
      () => 'refused',
    ),
  )
  await expect(answer).resolves.toBe('refused')
  expect(unexpected.join()).toContain('violates the following Content Security Policy directive')
  await context.close()
})

async function loadImage(page: Page, src: string) {
  await page.evaluate(
    (address) =>
      new Promise((resolve) => {
        const settled = { onload: resolve, onerror: resolve }
        document.body.append(Object.assign(new Image(), settled, { src: address }))
      }),
    src,
  )
}
