import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { ColumnProfile } from '../table/column-profile'
import type { Column } from '../table/table'
import { fixtureSource } from './testing/fixture-source'
import { guessRole } from './guess-role'

const shared = new URL('../../../shared/data/', import.meta.url)

describe('guessRole(fileName, columns, nRows)', () => {
  it('takes a product in a store for sales, whatever the names are called', async () => {
    const guess = await guessFrom(
      'tx.csv',
      'item_nbr,store_id,Department,Revenue\n1,1,a,2\n1,2,a,3\n',
    )
    expect(guess.role).toBe('sales')
    expect(guess.columns).toEqual({
      store: 'store_id',
      product: 'item_nbr',
      category: 'Department',
      value: 'Revenue',
      group: null,
    })
  })

  it.each([
    ['Filiale;Artikelnummer;Warengruppe;Umsatz', 'Filiale'],
    ['Umsatz;Filial-Nr.;Art.-Nr.;Kategorie', 'Filial-Nr.'],
    ['Code magasin;Référence;Rayon;Ventes', 'Code magasin'],
    ['Número de tienda;Artículo;Categoría;Importe', 'Número de tienda'],
    ['Winkelnummer;Artikel;Categorie;Omzet', 'Winkelnummer'],
    ['Punto vendita;Codice articolo;Reparto;Fatturato', 'Punto vendita'],
    ['Nr sklepu;Produkt;Kategoria;Sprzedaż', 'Nr sklepu'],
  ])('knows what %s are', async (header, store) => {
    const rows = ['1,7,a,5', '2,7,a,6'].map((row) => inOrder(header, row))
    const guess = await guessFrom('f.csv', `${header.replaceAll(';', ',')}\n${rows.join('\n')}\n`)
    expect(guess).toMatchObject({ role: 'sales', columns: { store } })
    expect(Object.values(guess.columns).filter((name) => name === null)).toHaveLength(1)
    expect(guess.columns.group).toBeNull()
  })

  it('takes products without a store for the map', async () => {
    const guess = await guessFrom('map.csv', 'PRODUCT_ID,CATEGORY,NEED_STATE\n1,a,b\n')
    expect(guess.role).toBe('product_map')
    expect(guess.columns.group).toBe('NEED_STATE')
  })

  it('finds a store column with a trailing space in its name', async () => {
    const guess = await guessFrom('Stores.csv', 'Store ID ,Store_Sales\n1,5\n2,6\n')
    expect(guess.columns.store).toBe('Store ID ')
  })

  it('says so when no column names the store', async () => {
    const guess = await guessFrom('x.csv', 'a,b\n1,5\n1,6\n')
    expect(guess).toMatchObject({ role: 'store_metrics', columns: { store: null } })
    expect(guess.reason).toContain('No column names the store')
  })

  it('gives a guess for a file without columns', () => {
    expect(guessRole('empty.csv', [], 0).columns.store).toBeNull()
  })
})

const files: readonly (readonly [string, string, string | null, string | null])[] = [
  ['iowa_liquor/internal_sku_sample.csv', 'sales', 'STORE_NBR', 'CAT_DSC'],
  ['iowa_liquor/internal_sales_wide.csv', 'store_metrics', 'STORE_NBR', null],
  ['iowa_liquor/internal_sales_long.csv', 'store_metrics', 'STORE_NBR', 'CAT_DSC'],
  ['iowa_liquor/external_market.csv', 'external', 'STORE_NBR', null],
  ['iowa_liquor/stores.csv', 'external', 'STORE_NBR', null],
  ['dominicks_oj/internal_units_wide.csv', 'store_metrics', 'STORE', null],
  ['dominicks_oj/internal_units_long.csv', 'store_metrics', 'STORE', 'BRAND'],
  ['dominicks_oj/external_storedemo.csv', 'external', 'STORE', null],
  ['seed_original/ns_sales.csv', 'sales', 'STORE_NBR', 'CAT_DSC'],
  ['seed_original/ns_map.csv', 'product_map', null, 'CATEGORY'],
  ['seed_original/placerai.csv', 'external', 'STORE_NBR', null],
  [
    'seed_original/placer_store_features_2024_20250211_1420_with_remaining.csv',
    'external',
    'STORE_NBR',
    null,
  ],
  [
    'seed_original/Urbanicity CVS Drive Times with Demos and competitors_#COMP_DEMO_ALL_07022025.csv',
    'external',
    'STORE_NBR',
    null,
  ],
  ['seed_original/Cotenants_RSP_state_07022025.csv', 'external', 'STORE_NBR', null],
  ['seed_original/features.csv', 'external', 'STORE_NBR', null],
  ['uci_wholesale/wholesale.csv', 'store_metrics', 'CUSTOMER_ID', null],
  ['kaggle_store_area/Stores.csv', 'store_metrics', 'Store ID ', null],
  ['acs_county/acs2017_county_data.csv', 'external', 'CountyId', null],
  ['walmart_kaggle/features.csv', 'external', 'Store', null],
]

describe.skipIf(!existsSync(shared))(
  'guessRole on real files (../shared/data, else skipped)',
  () => {
    it.each(files)('takes %s for %s by %s', async (path, role, store, category) => {
      const name = path.slice(path.indexOf('/') + 1)
      const file = new URL(encodeURI(path).replaceAll('#', '%23'), shared)
      const guess = await guessFrom(name, readFileSync(file, 'utf8'))
      expect(guess).toMatchObject({ role, columns: { store, category } })
      expect(guess.reason).not.toBe('')
    })
  },
)

/** The cells of a row whose value stands where the header has it. */
function inOrder(header: string, row: string): string {
  const [store, product, category, value] = row.split(',')
  const isFirst = header.startsWith('Umsatz')
  return (isFirst ? [value, store, product, category] : [store, product, category, value]).join(',')
}

/** What inspecting the file would tell, as far as the guess reads it. */
async function guessFrom(name: string, csv: string) {
  for await (const { table } of fixtureSource(name, csv, {}).chunks())
    return guessRole(name, table.columns.map(profileOf), table.nRows)
  throw new Error('A fixture has one chunk')
}

function profileOf(column: Column): ColumnProfile {
  const cells = column.type === 'number' ? column.values : column.codes
  const present = [...cells].filter((cell) =>
    column.type === 'number' ? !Number.isNaN(cell) : cell !== -1,
  )
  const isInteger = present.every((cell) => Number.isInteger(cell))
  return {
    name: column.name,
    type: column.type,
    nMissing: cells.length - present.length,
    nEmpty: cells.length - present.length,
    nullTexts: [],
    nDistinct: new Set(present).size,
    distinctIsExact: true,
    range: column.type === 'number' ? { min: 0, median: 0, max: 0, isInteger, decimals: 0 } : null,
    histogram: [],
    levels: [],
    levelsAreComplete: false,
    nRejected: 0,
    rejected: [],
  }
}
