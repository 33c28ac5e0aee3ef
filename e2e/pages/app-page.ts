import type { Download, Locator, Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { expect } from '../test'

export type ScreenName =
  | 'Data'
  | 'Configure'
  | 'Pipeline'
  | 'Cluster count'
  | 'Clusters'
  | 'Merge'
  | 'Compare'
  | 'Export'

export type TextFile = { readonly name: string; readonly text: string }

/** The page as its user names things: the accessible names that stay stable. */
export function appPage(page: Page) {
  const status = page.getByRole('status')
  return {
    status,
    open: () => page.goto('./'),
    show: (screen: ScreenName) => showScreen(page, screen),
    addFiles: (files: readonly TextFile[]) => addFiles(page, files),
    addPaths: (paths: readonly string[]) => page.getByLabel('Add files').setInputFiles([...paths]),
    trySample: () => page.getByRole('button', { name: 'Try the sample stores' }).click(),
    run: () => page.getByRole('button', { name: 'Run full pipeline' }).click(),
    cancel: () => page.getByRole('button', { name: 'Cancel run' }).click(),
    runIs: (words: string, timeout = 90_000) =>
      expect(status.filter({ hasText: words }).first()).toBeVisible({ timeout }),
    /** What the last run did, as the Pipeline screen says it: `3 of 30 assets run, 27 cached`. */
    didRun: () => didRun(page),
    table: (name: string) =>
      page.getByRole('table', { name }).or(page.getByRole('grid', { name })).first(),
    branch: (name: 'Internal' | 'External' | 'Merged') => chooseBranch(page, name),
    download: (name: string | RegExp) => download(page, name),
  }
}

async function showScreen(page: Page, screen: ScreenName) {
  const rail = page.getByRole('navigation', { name: 'Main' })
  await rail.getByRole('link', { name: screen, exact: true }).click()
}

async function addFiles(page: Page, files: readonly TextFile[]) {
  const payload = files.map(({ name, text }) => ({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(text),
  }))
  await page.getByLabel('Add files').setInputFiles(payload)
}

async function chooseBranch(page: Page, name: string) {
  const group: Locator = page.getByRole('radiogroup', { name: 'Branch' })
  await group.getByRole('radio', { name, exact: true }).check()
}

async function didRun(page: Page) {
  await showScreen(page, 'Pipeline')
  const sentence = page.getByText(/\d+ of \d+ assets run, \d+ cached/).first()
  await expect(sentence).toBeVisible()
  const words = (await sentence.textContent()) ?? ''
  const numbers = /(\d+) of (\d+) assets run, (\d+) cached/.exec(words)?.slice(1).map(Number)
  const [ran = 0, total = 0, cached = 0] = numbers ?? []
  return { ran, total, cached }
}

/** Clicks a download and gives its text. */
async function download(page: Page, name: string | RegExp): Promise<string> {
  const button = page.getByRole('button', { name }).or(page.getByRole('link', { name })).first()
  const [made]: [Download, void] = await Promise.all([
    page.waitForEvent('download'),
    button.click(),
  ])
  return readFile(await made.path(), 'utf8')
}
