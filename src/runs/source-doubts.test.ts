import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import type { Role } from '../assets/source'
import { emptyConfiguration } from '../config/configuration'
import { makeSample } from '../sample/make-sample'
import type { Source } from './contract'
import { doubtsOf } from './source-doubts'
import { storeOverlapOf } from './store-overlap'
import { sourcesOf, type TextFile } from './testing/run-here'

const table = (header: string, ids: readonly (string | number)[], cells = ',1,2') =>
  `${header}\n${ids.map((id, i) => `${id}${cells}${i}`).join('\n')}\n`
const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i)

const metrics = (ids: readonly (string | number)[], name = 'units.csv'): TextFile => ({
  name,
  text: table('STORE,TOTAL_SALES,ITEMS', ids),
})
const market = (ids: readonly (string | number)[], name = 'market.csv'): TextFile => ({
  name,
  text: table('STORE,POPULATION,INCOME', ids, ',9,8'),
})
const withRole = (file: TextFile, role: Role): TextFile => ({ ...file, role })
const matching = (id_match: unknown) => ({ ...emptyConfiguration, job_params: { id_match } })
const doubts = async (files: readonly TextFile[], configuration = emptyConfiguration) =>
  doubtsOf(await sourcesOf(files), configuration)

describe('F-33: a file in the wrong place', () => {
  it('has nothing to say of files that are where they belong', async () => {
    expect(await doubts([metrics(numbers(1, 9)), market(numbers(1, 9))])).toEqual([])
    expect(await doubts([metrics(numbers(1, 9))])).toEqual([])
    expect(await doubts([])).toEqual([])
    expect(await doubts(makeSample())).toEqual([])
  })

  it('says that two files are swapped', async () => {
    const [left, right] = [metrics(numbers(1, 9)), market(numbers(1, 9))]
    const swapped = [withRole(left, 'external'), withRole(right, 'store_metrics')]
    expect(await doubts(swapped)).toEqual([
      {
        severity: 'warn',
        code: 'swapped_files',
        message:
          'units.csv is taken for an external file and market.csv for a store metrics file; by their columns it is the other way round.',
        path: 'units.csv',
        hint: 'Swap the roles of the two files.',
      },
    ])
  })

  it('says that market data were taken for store metrics', async () => {
    const files = [
      withRole(market(numbers(1, 9)), 'store_metrics'),
      market(numbers(2, 9), 'demo.csv'),
    ]
    const [doubt, ...more] = await doubts(files)
    expect(doubt).toMatchObject({ code: 'unlikely_role', path: 'market.csv' })
    expect(doubt?.message).toContain(
      'is taken for a store metrics file and looks like an external file',
    )
    expect(more).toEqual([])
  })

  it('says that one file is there twice, whatever it is called', async () => {
    const twice = [metrics(numbers(1, 9)), withRole(metrics(numbers(1, 9), 'copy.csv'), 'external')]
    expect((await doubts(twice)).map(({ code }) => code)).toEqual([
      'same_file_twice',
      'unlikely_role',
    ])
    const [doubt] = await doubts([market(numbers(1, 9)), market(numbers(1, 9), 'again.csv')])
    expect(doubt?.message).toBe(
      'market.csv and again.csv are the same file, byte for byte: both are an external file.',
    )
  })
})

describe('which columns and files are used', () => {
  const sold = (names: string): TextFile => ({
    name: 'sold.csv',
    text: table(
      `STORE,SKU,${names}`,
      numbers(1, 9).map((i) => `${i},7,${i}.5`),
      ',2.5',
    ),
  })
  const map: TextFile = { name: 'map.csv', text: 'PRODUCT_ID,NEED_STATE\n7,a\n' }

  it('names the column that is taken as the value where another could be it', async () => {
    const [doubt, ...more] = await doubts([sold('left,right')])
    expect(doubt).toEqual({
      severity: 'warn',
      code: 'unsure_value_column',
      message: 'left is taken as the value of sold.csv; right could be it as well.',
      path: 'sold.csv',
      hint: 'Choose the column of what was sold: --set sales.columns.value=right, or =left to keep this one.',
    })
    expect(more).toEqual([])
    expect((await doubts([sold('price,cost')]))[0]?.message).toBe(
      'cost is taken as the value of sold.csv, though its name speaks of something else than sales.',
    )
  })

  it('is in no doubt of a value that is called so, or that a person chose', async () => {
    expect(await doubts([sold('UNITS,DOLLARS')])).toEqual([])
    const [source, ...none] = await sourcesOf([sold('left,right')])
    if (source === undefined) throw new Error('One file is one source')
    const other = { ...source, columns: { ...source.columns, value: 'right' } }
    expect(doubtsOf([other, ...none], emptyConfiguration)).toEqual([])
    expect(doubtsOf([{ ...source, chosen: ['value'] }], emptyConfiguration)).toEqual([])
  })

  it('says that store metrics are not used beside sales and a product map', async () => {
    const [doubt, ...more] = await doubts([sold('UNITS,DOLLARS'), map, metrics(numbers(1, 9))])
    expect(doubt).toMatchObject({ severity: 'warn', code: 'unused_file', path: 'units.csv' })
    expect(doubt?.message).toContain('units.csv is not used')
    expect(more).toEqual([])
    expect(await doubts([map, metrics(numbers(1, 9))])).toEqual([])
  })
})

describe('F-43: stores of both sides', () => {
  it('stops at no common store, with ids of both files and the rule that would match', async () => {
    const padded = numbers(1, 9).map((id) => `0${id}`)
    const [doubt, ...more] = await doubts([metrics(padded), market(numbers(1, 9))])
    expect(doubt).toEqual({
      severity: 'error',
      code: 'no_common_stores',
      message:
        'No store is in both units.csv (01, 02, 03 and 6 more) and market.csv (1, 2, 3 and 6 more).',
      path: 'market.csv',
      hint: 'With id_match: leading_zeros, 9 stores would match, such as "01" and "1", "02" and "2", "03" and "3".',
    })
    expect(more).toEqual([])
    const [apart] = await doubts([metrics(numbers(1, 9)), market(numbers(20, 29))])
    expect(apart?.hint).toContain('the right role and the right store column')
  })

  it('offers the rule where it would add stores, until it is chosen', async () => {
    const files = [metrics(['A1', 'B2', 'C3']), market(['a1', 'B2', 'c3'])]
    const [doubt, ...more] = await doubts(files)
    expect(doubt).toMatchObject({
      severity: 'warn',
      code: 'ids_written_differently',
      message: '2 more stores may be in both views: the ids are written differently.',
    })
    expect(doubt?.hint).toMatch(/^With id_match: case, 2 stores would match/)
    expect(more).toEqual([])
    expect(await doubts(files, matching('case'))).toEqual([])
    expect(await doubts(files, matching(['trim', 'case']))).toEqual([])
  })

  it('F-44: names the column that holds the stores of the other file', async () => {
    const both = numbers(1, 9).map((id) => `X${id},${id}`)
    const files = [
      { name: 'two.csv', text: table('STORE_CODE,STORE_NBR,SALES,UNITS', both) },
      market(numbers(1, 9)),
    ]
    const named = await doubts(files)
    expect(named.map(({ code }) => code)).toEqual(['other_store_column', 'no_common_stores'])
    expect(named[0]?.message).toBe(
      'The stores of two.csv are taken from STORE_CODE; STORE_NBR holds more stores of the other files.',
    )
  })

  it('takes the ids of several external files together, also by rule', async () => {
    const files = [
      metrics(numbers(1, 4)),
      market(['01', '2'], 'a.csv'),
      market(['1', '2', '9'], 'b.csv'),
    ]
    const overlap = storeOverlapOf(await sourcesOf(files), emptyConfiguration)
    expect(overlap?.matching).toMatchObject({ onlyLeft: ['3', '4'], onlyRight: ['01', '9'] })
    const ruled = storeOverlapOf(await sourcesOf(files), matching('leading_zeros'))
    expect(ruled?.matching).toMatchObject({ onlyLeft: ['3', '4'], onlyRight: ['9'] })
    expect(ruled?.matching.byRule).toEqual([{ left: '1', right: '01' }])
  })
})

const shared = new URL('../../../shared/data/', import.meta.url)
const read = (path: string): TextFile => ({
  name: path.slice(path.indexOf('/') + 1),
  text: readFileSync(new URL(path, shared), 'utf8'),
})
const listsOf = (sources: readonly Source[]) => {
  const matching = storeOverlapOf(sources, emptyConfiguration)?.matching
  return [matching?.pairs.length, matching?.onlyLeft.length, matching?.onlyRight.length]
}

describe.skipIf(!existsSync(shared))('known overlaps (skipped without ../shared/data)', () => {
  test('F-43: Iowa has 1,703 stores in both, 45 in the sales only and 593 in the market only', async () => {
    const external = read('iowa_liquor/external_market.csv')
    for (const internal of ['internal_sales_wide', 'internal_sales_long']) {
      const sources = await sourcesOf([read(`iowa_liquor/${internal}.csv`), external])
      expect(listsOf(sources)).toEqual([1703, 45, 593])
      expect(doubtsOf(sources, emptyConfiguration)).toEqual([])
    }
  })

  test('F-43: features.csv of the Python system has no store of its sales', async () => {
    const sources = await sourcesOf([
      read('seed_original/ns_sales.csv'),
      read('seed_original/features.csv'),
    ])
    expect(listsOf(sources)).toEqual([0, 20, 4])
    expect(doubtsOf(sources, emptyConfiguration).map(({ code }) => code)).toEqual([
      'no_common_stores',
    ])
  })

  test('F-41: counties whose codes lost their leading zero are found by the rule', async () => {
    const counties = read('acs_county/acs2017_county_data.csv')
    const codes = counties.text
      .split('\n')
      .slice(1, -1)
      .map((line) => line.split(',')[0] ?? '')
    const fips = codes.map((code) => code.padStart(5, '0'))
    const sources = await sourcesOf([metrics(fips), counties])
    const nShort = codes.filter((code) => code.length < 5).length
    expect(nShort).toBeGreaterThan(100)
    const [doubt] = doubtsOf(sources, emptyConfiguration)
    expect(doubt?.hint).toContain(`With id_match: leading_zeros, ${nShort} stores would match`)
    const matched = storeOverlapOf(sources, matching('leading_zeros'))?.matching
    expect(matched?.pairs).toHaveLength(codes.length)
  })
})
