import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { speak, words } from './testing/fixture-chain'

/** Chains whose figures are known, through the command line; each skipped without ../shared/data. */
const data = resolve(import.meta.dirname, '../../../shared/data')
const iowa = join(data, 'iowa_liquor')
const skus = join(iowa, 'internal_sku_sample.csv')

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'known-chains-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

/** Amounts in cents, added as whole numbers. */
const cents = (amount: number | string) => Math.round(Number(amount) * 100)

type Made = {
  readonly storeIds: readonly string[]
  readonly columns: readonly { readonly name: string; readonly values?: readonly number[] }[]
  readonly reconciliation: {
    readonly money: number
    readonly moneyMatched: number
    readonly moneyExcluded: number
    readonly rows: number
    readonly rowsMatched: number
  }
}

async function madeCategories(out: string): Promise<readonly Made[]> {
  const { assets } = JSON.parse(await readFile(join(folder, out, 'run.json'), 'utf8'))
  const partitions: readonly string[] = assets
    .filter(({ key }: { key: string }) => key === 'internal_sales_by_category')
    .map(({ partition }: { partition: string }) => partition)
  const made: Made[] = []
  for (const partition of partitions) {
    const asset = `internal_sales_by_category[${partition}]`
    const spoken = await speak(folder, [
      'export',
      '--out',
      out,
      '--asset',
      asset,
      '--format',
      'json',
    ])
    made.push(JSON.parse(spoken.out))
  }
  return made
}

const run = (out: string, more: readonly string[]) =>
  speak(folder, [...words(`run internal_preprocessing_job --workers 1 --out ${out}`), ...more])

describe.skipIf(!existsSync(skus))(
  'sales by product of Iowa (skipped without ../shared/data)',
  () => {
    const sumOf = (made: readonly Made[], of: (one: Made['reconciliation']) => number) =>
      made.reduce((sum, { reconciliation }) => sum + of(reconciliation), 0)

    async function salesRows() {
      const text = await readFile(skus, 'utf8')
      return text
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.trim().split(','))
    }

    /** Every product in one to three need states, by the last digits of its id. */
    async function writeMap(name: string, idOf: (sku: string) => string) {
      const ids = [...new Set((await salesRows()).map(([sku = '']) => sku))]
      const lines = ids.flatMap((sku) =>
        Array.from(
          { length: 1 + (Number(sku) % 3) },
          (_, i) => `${idOf(sku)},NS${(Number(sku) + i) % 7}`,
        ),
      )
      await writeFile(join(folder, name), ['PRODUCT_ID,NEED_STATE', ...lines, ''].join('\n'))
    }

    let plain: readonly Made[] = []

    it('money in is money out to the cent, over need states that share products', async () => {
      await writeMap('map.csv', (sku) => sku)
      expect((await run('skus', ['--sales', skus, '--product-map', 'map.csv'])).code).toBe(0)
      const made = await madeCategories('skus')
      plain = made
      const rows = await salesRows()
      const total = rows.reduce((sum, cells) => sum + cents(cells.at(-1) ?? 0), 0)
      expect(sumOf(made, ({ money }) => cents(money))).toBe(total)
      expect(sumOf(made, ({ moneyMatched }) => cents(moneyMatched))).toBe(total)
      expect(sumOf(made, ({ rows }) => rows)).toBe(rows.length)
      const totals = made.flatMap(
        ({ columns }) => columns.find(({ name }) => name === 'total_sales')?.values ?? [],
      )
      const excluded = sumOf(made, ({ moneyExcluded }) => cents(moneyExcluded))
      expect(totals.reduce((sum, value) => sum + cents(value), excluded)).toBe(total)
    })

    it('F-41: products whose ids lost their zeros are matched by the rule alone', async () => {
      await writeMap('padded.csv', (sku) => sku.padStart(9, '0'))
      const files = ['--sales', skus, '--product-map', 'padded.csv']
      expect((await run('padded', files)).code).toBe(3)
      const ruled = await run('ruled', [...files, '--set', 'id_match=leading_zeros'])
      expect(ruled.code).toBe(0)
      expect(await madeCategories('ruled')).toEqual(plain)
    })
  },
)

const seed = join(data, 'seed_original')
const walmart = join(data, 'walmart_kaggle/features.csv')

describe.skipIf(!existsSync(data))('F-40: stores twice (skipped without ../shared/data)', () => {
  const urbanicity =
    'Urbanicity CVS Drive Times with Demos and competitors_#COMP_DEMO_ALL_07022025.csv'
  const external = (out: string, path: string, ...more: readonly string[]) =>
    speak(folder, [
      ...words(`run external_preprocessing_job --workers 1 --out ${out}`),
      '--external',
      path,
      ...more,
    ])

  it('store 203 of Urbanicity is refused, its rows told to differ; a rule takes one', async () => {
    const refused = await external('twice', join(seed, urbanicity))
    expect(refused.code).toBe(2)
    expect(refused.log).toContain('1 store has more than one row (203). Its rows differ.')
    const rule = ['--set', 'duplicate_stores=first']
    expect((await external('once', join(seed, urbanicity), ...rule)).code).toBe(0)
    const table = await speak(folder, words('export --out once --asset external_features_data'))
    expect(table.out.trim().split('\n')).toHaveLength(1 + 19)
  })

  it('182 rows a store of Walmart are refused with their number; the mean is one row a store', async () => {
    const refused = await external('weeks', walmart)
    expect(refused.code).toBe(2)
    expect(refused.log).toContain(
      '45 stores have more than one row (1, 10, 11, 12, 13 ...). All of them have rows that differ, first store 1. Up to 182 rows a store.',
    )
    const mean = ['--set', 'duplicate_stores=mean']
    expect((await external('mean', walmart, ...mean)).code).toBe(0)
    const asset = words('export --out mean --asset external_features_data --format json')
    const { storeIds, columns } = JSON.parse((await speak(folder, asset)).out)
    expect(storeIds).toHaveLength(45)
    const lines = (await readFile(walmart, 'utf8')).trim().split(/\r?\n/).slice(1)
    const own = lines.map((line) => line.split(',')).filter(([store]) => store === '7')
    const expected = own.reduce((sum, cells) => sum + Number(cells[2]), 0) / own.length
    const { values } = columns.find(({ name }: { name: string }) => name === 'Temperature')
    expect(values[storeIds.indexOf('7')]).toBeCloseTo(expected, 9)
    expect(own).toHaveLength(182)
  })
})
