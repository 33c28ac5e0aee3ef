import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { appPage } from './app-page'

type Saved = { readonly name: string; readonly bytes: Buffer }

/** Milliseconds: Chromium drops, without a word, what a frame downloads beyond ten in a second. */
const downloadPause = 110

/** What a button downloads, and the name that it has. */
async function save(page: Page, button: string): Promise<Saved> {
  const [made] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ])
  await page.waitForTimeout(downloadPause)
  return { name: made.suggestedFilename(), bytes: await readFile(await made.path()) }
}

/** The Export screen: what a run hands over. */
export function exportPage(page: Page) {
  const app = appPage(page)
  return {
    file: async (name: string) => {
      await app.show('Export')
      return app.download(`Download ${name}`)
    },
    choose: (format: string) => page.getByLabel('File format').selectOption({ label: format }),
    save: (button: string) => save(page, button),
    /** The bytes of the bundle of the shown run, with its data unless that was switched off. */
    bundle: async () => {
      await app.show('Export')
      return save(page, 'Download run bundle')
    },
    openBundle: async ({ name, bytes }: { readonly name: string; readonly bytes: Buffer }) => {
      const file = { name, mimeType: 'application/zip', buffer: bytes }
      await page.getByLabel('Open a run bundle').setInputFiles(file)
    },
  }
}
