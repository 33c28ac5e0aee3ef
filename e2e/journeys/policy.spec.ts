import { headersFor, readHeaders } from '../../.ci/headers.mjs'
import { filesUnder } from '../../.ci/files-under.mjs'
import { host, staticPort } from '../../.ci/ports.mjs'
import type { Server } from 'node:http'
import { serveUnder } from '../static-server'
import { expect, test } from '../test'

const blocks = readHeaders('public/_headers')
const built = filesUnder('.', 'dist').map((path) => path.slice('dist/'.length))

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

test.describe('under a sub-path of another host', () => {
  const path = '/deep/er/'
  test.use({ baseURL: `http://${host}:${staticPort}/`, basePath: path })
  let server: Server | null = null
  test.beforeAll(async () => {
    server = await serveUnder({ port: staticPort, path, built, blocks })
  })
  test.afterAll(() => server?.close())

  test('the built folder works, workers too', async ({ page, baseURL }) => {
    await page.goto(new URL(path, baseURL).href)
    await page.getByRole('button', { name: 'Try the sample stores' }).click()
    const complete = page.getByRole('status').filter({ hasText: 'Run complete' })
    await expect(complete).toBeVisible({ timeout: 60_000 })
  })
})
