import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import writeWorkbook from 'write-excel-file/node'
import { appPage } from '../pages/app-page'
import { expect, test } from '../test'

const stores = ['00104', '00111', '00118', '00125', '00132', '00139']

/** Cells that read as well by commas as by semicolons, so that no guess can be sure. */
const unclear = ['store_id;rent,area;city', ...stores.map((id, i) => `${id};${i},5${i};Ames`)]

const market = (extra = '') =>
  ['store_id,rent,city', ...stores.map((id, i) => `${id},${i + 10},Ames`), extra].join('\n')

/** The file that is looked at, as its user names things. */
function filePage(page: Page) {
  const preview = page.getByRole('table', { name: 'First rows' })
  return {
    preview,
    heads: preview.getByRole('columnheader'),
    showReading: () => page.getByRole('button', { name: 'How it is read' }).click(),
    choose: (label: string, option: string) =>
      page.getByLabel(label, { exact: true }).selectOption({ label: option }),
    yaml: page.getByLabel('Configuration text'),
  }
}

test('a wrong guess is corrected by hand: seen at once, kept over a reload, in the YAML, taken back', async ({
  page,
}) => {
  const app = appPage(page)
  const file = filePage(page)
  await app.open()
  await app.addFiles([{ name: 'market.csv', text: unclear.join('\n') }])
  await file.showReading()
  await file.choose('Separator', 'bar')
  await expect(file.heads).toHaveText([/store_id;rent,area;city/])
  await file.choose('Separator', 'semicolon')
  await expect(file.heads).toHaveText([/store_id/, /rent,area/, /city/])
  await expect(page.getByRole('combobox', { name: 'Store column' })).toHaveValue('store_id')
  await file.choose('One column', 'city')
  await file.choose('Type of city', 'text')
  await expect(page.getByText('Partly chosen by you')).toBeVisible()

  await app.show('Configure')
  await expect(file.yaml).toHaveValue(/readers:\n +market:/)
  await expect(file.yaml).toHaveValue(/delimiter: ";"|delimiter: ;/)
  await expect(file.yaml).toHaveValue(/store: store_id/)

  await page.reload()
  await app.show('Data')
  await file.showReading()
  await expect(page.getByLabel('Separator', { exact: true })).toHaveValue(';')
  await expect(file.heads).toHaveCount(3)
  await page.getByRole('button', { name: 'Read all as guessed' }).click()
  await expect(page.getByText('Partly chosen by you')).toBeHidden()
  await app.show('Configure')
  await expect(file.yaml).not.toHaveValue(/delimiter/)
})

test('a YAML text with readers says how a file that is dropped later is read', async ({ page }) => {
  const app = appPage(page)
  const file = filePage(page)
  await app.open()
  await app.show('Configure')
  await file.yaml.fill(
    [
      'readers:',
      '  market:',
      '    role: store_metrics',
      '    config: { path: data/market.csv, delimiter: "|" }',
      '',
    ].join('\n'),
  )
  await app.show('Data')
  await app.addFiles([{ name: 'market.csv', text: unclear.join('\n') }])
  await expect(page.getByRole('list', { name: 'Files' })).toContainText('Store metrics')
  await page.getByRole('button', { name: /^First \d+ rows$/ }).click()
  await expect(file.heads).toHaveCount(1)
})

test('a workbook is read from the sheet that is chosen', async ({ page }) => {
  const app = appPage(page)
  const file = filePage(page)
  const folder = await mkdtemp(join(tmpdir(), 'import-'))
  try {
    const path = join(folder, 'book.xlsx')
    const sheet = (names: readonly string[], value: number) => [
      names.map((name) => ({ value: name })),
      ...stores.map((id) => [{ value: id }, { value, type: Number }]),
    ]
    await writeWorkbook([
      { sheet: 'Rents', data: sheet(['store_id', 'rent'], 5) },
      { sheet: 'Areas', data: sheet(['store_id', 'area'], 7) },
    ]).toFile(path)
    await app.open()
    await app.addPaths([path])
    await file.showReading()
    await expect(file.heads).toHaveText([/store_id/, /rent/])
    await file.choose('Sheet', 'Areas')
    await expect(file.heads).toHaveText([/store_id/, /area/])
    await page.reload()
    await file.showReading()
    await expect(page.getByLabel('Sheet', { exact: true })).toHaveValue('Areas')
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('a file packed with gzip is read as what is in it', async ({ page }) => {
  const app = appPage(page)
  const file = filePage(page)
  await app.open()
  await page.getByLabel('Add files').setInputFiles({
    name: 'market.csv.gz',
    mimeType: 'application/gzip',
    buffer: gzipSync(market()),
  })
  await expect(page.getByText(/unpacked from gzip/)).toBeVisible()
  await page.getByRole('button', { name: /^First \d+ rows$/ }).click()
  await expect(file.heads).toHaveText([/store_id/, /rent/, /city/])
})

test('a file that replaces another says what changed, asks for what is gone, and can be undone', async ({
  page,
}) => {
  const app = appPage(page)
  await app.open()
  await app.addFiles([{ name: 'market.csv', text: market() }])
  await expect(
    page.getByText('6 rows = 6 data').or(page.getByText(/7 rows = 1 header/)),
  ).toBeVisible()
  await app.addFiles([
    { name: 'market.csv', text: market('00200,9,Ames').replace('rent', 'price') },
  ])
  await expect(page.getByText(/6 rows before, 7 now/)).toBeVisible()
  await expect(page.getByText(/Gone column: rent\. New column: price\./)).toBeVisible()
  await expect(page.getByText(/0 stores gone, 1 new/)).toBeVisible()

  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Market data' }).click()
  await page.getByRole('menuitem', { name: 'Replace with another file' }).click()
  await (
    await chooser
  ).setFiles({
    name: 'other.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(market().replace('store_id', 'shop_key')),
  })
  await expect(page.getByText(/store_id is gone: choose the store column/)).toBeVisible()
  await expect(page.getByText('Which is the store?')).toBeVisible()
  await page.getByRole('button', { name: 'Bring the earlier file back' }).click()
  await expect(page.getByText('Which is the store?')).toBeHidden()
  await expect(
    page
      .getByRole('button', { name: 'Use price as a feature' })
      .or(page.getByLabel('Use price as a feature')),
  ).toBeVisible()
})

test('rejected cells are marked, listed by address and downloaded', async ({ page }) => {
  const app = appPage(page)
  await app.open()
  const rows = Array.from({ length: 40 }, (_, i) => `${1000 + i},${i === 7 ? 'closed' : i}`)
  await app.addFiles([{ name: 'market.csv', text: ['store_id,rent', ...rows].join('\n') }])
  await page.getByRole('button', { name: '1 rejected' }).click()
  const table = page.getByRole('table', { name: 'Rejected cells' })
  await expect(table.getByRole('row').nth(1)).toHaveText(/9rentclosed/)
  const csv = await app.download('Download rejected cells')
  expect(csv).toBe('line,column,text\r\n9,rent,closed\r\n')
  await page.getByRole('button', { name: /^First \d+ rows$/ }).click()
  await expect(page.getByTitle('No number: left empty')).toHaveText(/closed/)
})

test('F-16 what is no table is named by what it is, and the other files are read', async ({
  page,
}) => {
  const app = appPage(page)
  await app.open()
  await app.addFiles([
    { name: 'report.csv', text: '%PDF-1.7\n%....' },
    { name: 'empty.csv', text: '' },
    { name: 'header.csv', text: 'store_id,rent\n' },
    { name: 'market.csv', text: market() },
    { name: 'copy.csv', text: market() },
  ])
  const files = page.getByRole('list', { name: 'Files' })
  await expect(files.getByText(/PDF/)).toBeVisible()
  await expect(files.getByText('Not read')).toHaveCount(3)
  await expect(files.getByText('The same bytes as market.csv: remove one of the two')).toBeVisible()
})

test('F-17 a file that changes on the disk after it was read is said, and nothing is lost', async ({
  page,
}) => {
  const app = appPage(page)
  const folder = await mkdtemp(join(tmpdir(), 'import-'))
  const path = join(folder, 'market.csv')
  try {
    await writeFile(path, market())
    await app.open()
    await app.addPaths([path])
    await expect(page.getByText(/7 rows = 1 header/)).toBeVisible()
    await writeFile(path, market('00200,9,Ames'))
    await page.getByRole('button', { name: 'How it is read' }).click()
    await page.getByLabel('Separator', { exact: true }).selectOption({ label: 'semicolon' })
    await expect(page.getByText(/changed, moved or removed/).first()).toBeVisible()
    await page.getByRole('button', { name: 'Bring the earlier file back' }).click()
    await expect(page.getByText(/7 rows = 1 header/)).toBeVisible()
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('F-17 a file that is gone when a run reads it is named, and the desk stays as it is', async ({
  page,
}) => {
  const app = appPage(page)
  const folder = await mkdtemp(join(tmpdir(), 'import-'))
  const paths = ['market.csv', 'store_sales.csv'].map((name) => join(folder, name))
  try {
    for (const path of paths) await writeFile(path, market())
    await writeFile(paths[1] ?? '', market().replace('rent', 'apples'))
    await app.open()
    await app.addPaths(paths)
    await expect(page.getByText('2 files understood.')).toBeVisible()
    await rm(paths[0] ?? '')
    await app.run()
    await app.runIs('Run failed')
    await expect(
      page.getByText('market.csv cannot be read any more').filter({ visible: true }).first(),
    ).toBeVisible()
    await expect(page.getByText('2 files understood.')).toBeVisible()
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('the reading of a large file shows its progress and can be stopped', async ({ page }) => {
  test.slow()
  const app = appPage(page)
  const folder = await mkdtemp(join(tmpdir(), 'import-'))
  const path = join(folder, 'large.csv')
  try {
    const block = `${Array.from({ length: 20_000 }, (_, i) => `${i},${i * 7},Ames`).join('\n')}\n`
    await writeFile(path, `store_id,rent,city\n${block.repeat(150)}`)
    await app.open()
    await app.addPaths([path])
    await expect(page.getByText(/Reading, .+ of \d+ MB/)).toBeVisible()
    await page.getByRole('button', { name: 'Stop reading' }).click()
    await expect(page.getByText('The reading was stopped.').first()).toBeVisible()
    await app.addFiles([{ name: 'market.csv', text: market() }])
    await expect(page.getByText(/6 rows, /)).toBeVisible()
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('a large file is read by several threads, and kept under the digest of its pieces', async ({
  page,
}) => {
  test.slow()
  const app = appPage(page)
  const folder = await mkdtemp(join(tmpdir(), 'import-'))
  const path = join(folder, 'large.csv')
  try {
    const block = `${Array.from({ length: 20_000 }, (_, i) => `${i},${i * 7},Ames`).join('\n')}\n`
    const text = `store_id,rent,city\n${block.repeat(480)}`
    expect(text.length).toBeGreaterThan(1.55e8)
    await writeFile(path, text)
    await app.open()
    await app.addPaths([path])
    await expect(page.getByText(/9,600,000 rows, /)).toBeVisible()
    await expect.poll(() => keptDigests(page)).toEqual([compositeDigest(text)])
  } finally {
    await rm(folder, { recursive: true })
  }
})

/** The SHA-256 of the SHA-256 of pieces of 512 KiB, and their count. */
function compositeDigest(text: string): string {
  const bytes = Buffer.from(text)
  const sha256 = (part: Uint8Array) => createHash('sha256').update(part).digest()
  const digests = Array.from({ length: Math.ceil(bytes.length / 2 ** 19) }, (_, i) =>
    sha256(bytes.subarray(i * 2 ** 19, (i + 1) * 2 ** 19)),
  )
  return `${sha256(Buffer.concat(digests)).toString('hex')}-${digests.length}`
}

/** Digests of the files of which the browser keeps the bytes. */
function keptDigests(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('store-clustering')
        opening.addEventListener('error', () => reject(new Error('not opened')))
        opening.addEventListener('success', () => {
          const db = opening.result
          const reading = db.transaction('files').objectStore('files').getAllKeys()
          reading.addEventListener('success', () => {
            db.close()
            resolve(reading.result.map(String))
          })
        })
      }),
  )
}
