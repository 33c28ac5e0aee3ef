import { defineConfig } from '@playwright/test'
import { findBrowser } from './.ci/browser.mjs'
import { host, testPort } from './.ci/ports.mjs'

const browser = findBrowser()
const address = `http://${host}:${testPort}/`

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'reports/e2e',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'reports/e2e.json' }]],
  use: {
    baseURL: address,
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    actionTimeout: 30_000,
    video: 'off',
    trace: 'off',
    screenshot: 'only-on-failure',
    // check:e2e has found or installed one before; without it Playwright says what is missing.
    ...(browser === null
      ? {}
      : { launchOptions: { executablePath: browser.executablePath, args: [...browser.args] } }),
  },
  webServer: {
    command: `npx vite preview --port ${testPort}`,
    url: address,
    reuseExistingServer: false,
    timeout: 30_000,
  },
})
