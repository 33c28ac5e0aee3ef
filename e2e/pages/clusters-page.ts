import type { Page } from '@playwright/test'

export type Locked = { readonly store: string; readonly to: string; readonly cost: string }

/** The Clusters screen: its store table, and what a person decides about stores. */
export function clustersPage(page: Page) {
  const rows = page.getByRole('grid', { name: 'Stores' }).getByRole('row')
  return {
    rowOf: (store: string) => rows.filter({ hasText: store }),
    /** Locks the store nearest to a border to another cluster; says what the form says it costs. */
    lockFirstStore: async (reason: string, author: string): Promise<Locked> => {
      const row = rows.nth(1)
      const [store = '', cluster = ''] = await row.getByRole('gridcell').allTextContents()
      await row.click()
      await page.getByRole('button', { name: 'Lock to a cluster' }).click()
      const form = page.getByRole('form', { name: 'Lock to a cluster' })
      await form.getByRole('combobox', { name: 'Cluster' }).click()
      const others = form.getByRole('option').filter({ hasNotText: wordsOf(cluster) })
      const to = wordsOf(await others.first().innerText())
      await others.first().click()
      const preview = await form.getByText(/to the inertia/).innerText()
      await form.getByLabel('Reason').fill(reason)
      await form.getByLabel('Author').fill(author)
      await form.getByRole('button', { name: 'Confirm' }).click()
      await form.waitFor({ state: 'hidden' })
      return { store, to, cost: /Adds [\d.,]+ to the inertia/.exec(preview)?.[0] ?? 'no cost' }
    },
  }
}

/** The name of a cluster without the number before it and the size behind it. */
function wordsOf(text: string): string {
  return text.replace(/^\d+\s*/, '').replace(/\s*[\d,]+$/, '')
}
