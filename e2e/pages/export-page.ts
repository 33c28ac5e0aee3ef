import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { appPage } from './app-page'

/** The Export screen: what a run hands over. */
export function exportPage(page: Page) {
  const app = appPage(page)
  return {
    file: async (name: string) => {
      await app.show('Export')
      return app.download(`Download ${name}`)
    },
    /** The bytes of the bundle of the shown run, with its data unless that was switched off. */
    bundle: async (): Promise<{ readonly name: string; readonly bytes: Buffer }> => {
      await app.show('Export')
      const [made] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Download run bundle' }).click(),
      ])
      return { name: made.suggestedFilename(), bytes: await readFile(await made.path()) }
    },
    openBundle: async ({ name, bytes }: { readonly name: string; readonly bytes: Buffer }) => {
      const file = { name, mimeType: 'application/zip', buffer: bytes }
      await page.getByLabel('Open a run bundle').setInputFiles(file)
    },
  }
}
