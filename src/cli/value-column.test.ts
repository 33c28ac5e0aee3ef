import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { speak } from './testing/fixture-chain'

let folder = ''
const stores = Array.from({ length: 12 }, (_, i) => i + 1)
const products = Array.from({ length: 4 }, (_, i) => i + 1)
const rows = stores.flatMap((store) =>
  products.map((product) => ({ store, product, amount: ((store * 7 + product * 5) % 13) + 1 })),
)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'store-clustering-'))
  const write = (name: string, lines: readonly string[]) =>
    writeFile(join(folder, name), `${lines.join('\n')}\n`)
  const map = products.map((product) => `P${product};N${product % 2}`)
  await write('map.csv', ['PRODUCT_ID;NEED_STATE', ...map])
  await write('bedarf.csv', ['Artikelnummer;Bedarf', ...map])
  await write('filialen.csv', [
    'Filiale;Artikelnummer;Warengruppe;Umsatz',
    ...rows.map(({ store, product, amount }) => `F${store};P${product};A;${amount},5`),
  ])
  await write('odd.csv', [
    'Wo;Was;a;b',
    ...rows.map(({ store, product, amount }) => `F${store};P${product};${store};${amount}`),
  ])
  await write('plain.csv', [
    'STORE_NBR;SKU_NBR;WEEK;a;b',
    ...rows.map(({ store, product, amount }) => `F${store};P${product};3;${store};${amount}`),
  ])
  await write('metrics.csv', ['STORE;UNITS;SALES', ...stores.map((s) => `F${s};${s};${s * s}`)])
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

const run = (sales: string, map: string, ...more: readonly string[]) => {
  const files = ['--sales', sales, '--product-map', map, '--out', `out-${sales}`]
  const job = ['run', 'internal_sales_by_category', '--workers', '1']
  return speak(folder, [...job, ...files, ...more])
}

describe('run ... --sales FILE --product-map FILE: which column is what', () => {
  it('knows the names of a German file', async () => {
    const { code, log } = await run('filialen.csv', 'bedarf.csv')
    expect(log).not.toContain('warning')
    expect(code).toBe(0)
  })

  it('says which setting names a column that it does not find', async () => {
    const { code, log } = await run('odd.csv', 'map.csv')
    expect(code).toBe(2)
    expect(log).toContain('--set sales.columns.store=COLUMN')
  })

  it('takes the columns that --set names, and the value beside them', async () => {
    const named = ['--set', 'sales.columns.store=Wo', '--set', 'sales.columns.product=Was']
    const { code, log } = await run('odd.csv', 'map.csv', ...named)
    expect(code).toBe(0)
    expect(log).toContain(
      'a is taken as the value of odd.csv; b could be it as well. Choose the column of what was sold: --set sales.columns.value=b, or =a to keep this one.',
    )
    const chosen = await run('odd.csv', 'map.csv', ...named, '--set', 'sales.columns.value=a')
    expect(chosen.log).not.toContain('is taken as the value')
  })

  it('is in doubt of a value that no name says, but not of a week', async () => {
    const { code, log } = await run('plain.csv', 'map.csv')
    expect(code).toBe(0)
    expect(log).toContain('a is taken as the value of plain.csv; b could be it as well.')
    const { out, log: told } = await speak(folder, ['read', 'plain.csv'])
    expect(told).toContain('--set sales.columns.value=b')
    expect(out).toContain('Value: a; b could be it as well.')
  })

  it('refuses a column that no file of the role has, and a need that there is not', async () => {
    const unknown = await run('plain.csv', 'map.csv', '--set', 'sales.columns.value=c')
    expect(unknown).toMatchObject({ code: 2 })
    expect(unknown.log).toContain('No column of plain.csv is called "c".')
    const absent = await run('plain.csv', 'map.csv', '--set', 'external.columns.store=c')
    expect(absent).toMatchObject({ code: 2 })
    expect(absent.log).toContain('there is no file of that role')
    const need = await run('plain.csv', 'map.csv', '--set', 'sales.columns.shop=a')
    expect(need).toMatchObject({ code: 2 })
    expect(need.log).toContain('columns.store, columns.product')
  })

  it('says that store metrics beside sales and a product map are not used', async () => {
    const { code, log } = await run('filialen.csv', 'bedarf.csv', '--store-metrics', 'metrics.csv')
    expect(code).toBe(0)
    expect(log).toContain('metrics.csv is not used')
    const asset = ['run', 'internal_store_metrics', '--workers', '1', '--out', 'alone']
    const alone = await speak(folder, [...asset, '--store-metrics', 'metrics.csv'])
    expect(alone.log).not.toContain('is not used')
  })
})
