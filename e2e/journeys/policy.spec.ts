import { headersFor, readHeaders } from '../../.ci/headers.mjs'
import { filesUnder } from '../../.ci/files-under.mjs'
import { readFile } from 'node:fs/promises'
import { expect, test } from '../test'

const blocks = readHeaders('public/_headers')
const built = filesUnder('.', 'dist').map((path) => path.slice('dist/'.length))
const types = new Map([
  ['html', 'text/html'],
  ['js', 'text/javascript'],
  ['css', 'text/css'],
  ['svg', 'image/svg+xml'],
])

test('the policy is sent with the page, every script, and what is not found', async ({
  request,
}) => {
  const scripts = built.filter((path) => path.endsWith('.js'))
  expect(scripts.some((path) => path.includes('worker'))).toBe(true)
  for (const path of ['', ...scripts, 'no-such-file.js']) {
    const response = await request.get(path)
    expect(response.status()).toBe(path === 'no-such-file.js' ? 404 : 200)
    for (const [name, value] of Object.entries(headersFor(blocks, `/${path}`)))
      expect(response.headers()[name.toLowerCase()], `${name} of /${path}`).toBe(value)
  }
})

test.describe('under a sub-path', () => {
  test.use({ basePath: '/deep/er/' })

  test('the built folder works', async ({ page, baseURL }) => {
    const base = new URL('/deep/er/', baseURL).href
    await page.route(`${base}**`, async (route) => {
      const path = new URL(route.request().url()).href.slice(base.length) || 'index.html'
      if (!built.includes(path)) return route.fulfill({ status: 404 })
      const contentType = types.get(path.split('.').at(-1) ?? '') ?? 'application/octet-stream'
      const headers = headersFor(blocks, `/${path}`)
      return route.fulfill({ body: await readFile(`dist/${path}`), contentType, headers })
    })
    await page.goto(base)
    await page.getByRole('button', { name: 'Try the sample stores' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'Run complete' })).toBeVisible({
      timeout: 60_000,
    })
  })
})
