import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { appPage } from '../pages/app-page'
import { expect, test } from '../test'

const text = `# Settings of the autumn review
job_params:
  # agreed with everyone
  max_clusters: 8   # was 10
  norm_method: "robust"
`

test('form and text change each other; comments stay, and undo brings both back', async ({
  page,
}) => {
  const app = appPage(page)
  await app.open()
  await app.show('Configure')
  const editor = page.getByLabel('Configuration text')
  const mostClusters = page.getByLabel('Most clusters (max_clusters)')
  await editor.fill(text)
  await expect(mostClusters).toHaveValue('8')
  await mostClusters.fill('6')
  await mostClusters.press('Enter')
  await expect(editor).toHaveValue(text.replace('8   #', '6   #'))
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(mostClusters).toHaveValue('8')
  await expect(editor).toHaveValue(text)

  await editor.fill(text.replace('max_clusters', 'max_cluster'))
  await expect(page.getByText('Did you mean "max_clusters"?')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Line 4' })).toBeVisible()
  await expect(mostClusters).toHaveValue('8')
  await page.getByRole('button', { name: 'Discard the text' }).click()
  await expect(editor).toHaveValue(text)
})

test('nobody is caught in the text: Tab passes through, and leaves after Esc', async ({ page }) => {
  const app = appPage(page)
  await app.open()
  await app.show('Configure')
  const editor = page.getByLabel('Configuration text')
  await editor.focus()
  await page.keyboard.press('Tab')
  await expect(editor).not.toBeFocused()
  await editor.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Tab')
  await expect(editor).toHaveValue(/ {2}$/)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await expect(editor).not.toBeFocused()
})

test('an environment lies over the base, is kept with the desk and says what it would redo', async ({
  page,
}) => {
  const app = appPage(page)
  await app.open()
  await app.trySample()
  await app.runIs('Run complete')
  await app.show('Configure')
  await page.getByRole('radio', { name: 'prod' }).check()
  const smallest = page.getByLabel('(min_cluster_size)')
  await smallest.fill('50')
  await smallest.press('Enter')
  const table = page.getByRole('table', { name: 'Settings of prod against the base' })
  await expect(table.getByRole('row').last()).toContainText(/20.*50.*\d+ of \d+ assets/)
  await expect(page.getByLabel('Configuration text')).toHaveValue(
    /prod:\s+merging:\s+min_cluster_size: 50/,
  )
  for (const screen of [
    'Data',
    'Pipeline',
    'Cluster count',
    'Clusters',
    'Merge',
    'Export',
  ] as const) {
    await app.show(screen)
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
    await expect(page.getByText('This screen stopped working')).toBeHidden()
  }
  await app.show('Configure')
  await page.reload()
  await expect(page.getByRole('radio', { name: 'prod' })).toBeChecked()
  await expect(smallest).toHaveValue('50')
  await page.getByRole('radio', { name: 'Base' }).check()
  await expect(smallest).toHaveValue('20')
})

for (const name of ['dev.yml', 'prod.yml']) {
  const path = resolve(`../shared/data/python_config/${name}`)
  test(`${name} of the Python system is imported key by key, and taken back`, async ({ page }) => {
    test.skip(!existsSync(path), 'its shapes lie outside of the project')
    const app = appPage(page)
    await app.open()
    await app.show('Configure')
    await page.getByLabel('Import configuration').setInputFiles(path)
    const table = page.getByRole('table', { name: 'Keys of the imported configuration' })
    await expect(table).toBeVisible()
    await expect(page.getByLabel('Preset', { exact: true })).toHaveValue('python-package')
    const [, nKeys = ''] =
      /of (\d+) keys/.exec(await page.getByText(/ of \d+ keys of /).innerText()) ?? []
    await expect(table.getByRole('row')).toHaveCount(Number(nKeys) + 1)
    await page.getByRole('button', { name: 'Undo the import' }).click()
    await expect(table).toBeHidden()
    await expect(page.getByLabel('Preset', { exact: true })).toHaveValue('recommended')
  })
}
