import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cellText } from '../../../table/table'
import { fixtureContext, fixtureSource } from '../../testing/fixture-source'
import { defaultsOf } from '../../testing/defaults-of'
import { checks } from './checks'
import { compute } from './compute'
import { type ExternalFeatures, externalFeaturesData } from './spec'

const seed = new URL('../../../../../shared/data/seed_original/', import.meta.url)
const defaults = defaultsOf(externalFeaturesData.params)
type File = readonly [name: string, csv: string]

const join = (files: readonly File[], params: Partial<typeof defaults> = {}, store = 'ID') =>
  compute(
    {},
    { ...defaults, ...params },
    fixtureContext({ external: files.map(([name, csv]) => fixtureSource(name, csv, { store })) }),
  )

const cells = (value: ExternalFeatures, name: string) => {
  const column = value.columns.find((column) => column.name === name)
  return column ? value.storeIds.map((_, row) => cellText(column, row)) : null
}

describe('external_features_data', () => {
  it('keeps every store of every file and says where it is', async () => {
    const value = await join([
      ['a.csv', 'ID,x\n1,10\n2,20\n'],
      ['b.csv', 'ID,y\n2,5\n3,6\n,7\n'],
    ])
    expect(value.storeIds).toEqual(['1', '2', '3'])
    expect(cells(value, 'x')).toEqual(['10', '20', null])
    expect(cells(value, 'y')).toEqual([null, '5', '6'])
    expect(value).toMatchObject({ nInAll: 1, nInSome: 2 })
    expect(value.files).toEqual([
      { name: 'a.csv', rows: 2, stores: 2, onlyHere: 1, withoutStore: 0, excluded: 0, repeated: 0 },
      { name: 'b.csv', rows: 3, stores: 2, onlyHere: 1, withoutStore: 1, excluded: 0, repeated: 0 },
    ])
    expect(checks.stores_identified(value, {}).passed).toBe(false)
    expect(checks.stores_in_all_files(value, {}).passed).toBe(false)
  })

  it('F-28 fills single columns with zero, but not for a store that their file does not have', async () => {
    const files: readonly File[] = [
      ['a.csv', 'ID,x,z\n1,,1\n2,20,\n'],
      ['b.csv', 'ID,y\n2,5\n3,\n'],
    ]
    const value = await join(files, { missing_means_of: { x: 'zero', y: 'zero' } })
    expect(cells(value, 'x')).toEqual(['0', '20', null])
    expect(cells(value, 'y')).toEqual([null, '5', '0'])
    expect(cells(value, 'z')).toEqual(['1', null, null])
    expect(value.filled).toEqual([
      { column: 'x', cells: 1 },
      { column: 'y', cells: 1 },
    ])
    expect(value.zeros).toEqual(['x', 'y'])
    expect(await join(files)).toMatchObject({ filled: [], zeros: [] })
  })

  it('names the columns of zeros as the joined table does, also those without an empty cell', async () => {
    const files: readonly File[] = [
      ['a.csv', 'ID,x,kind\n1,1,m\n'],
      ['b.csv', 'ID,x\n1,2\n'],
    ]
    const { zeros } = await join(files, { missing_means_of: { x: 'zero', kind: 'zero' } })
    expect(zeros).toEqual(['x @ a', 'x @ b'])
  })

  it('collapses same-named columns that agree wherever both are present', async () => {
    const value = await join([
      ['a.csv', 'ID,kind,x\n1,m,1\n2,,2\n'],
      ['b.csv', 'ID,kind,x\n2,n,2\n3,m,3\n'],
    ])
    expect(value.collapsed).toEqual(['kind', 'x'])
    expect(cells(value, 'kind')).toEqual(['m', 'n', 'm'])
    expect(cells(value, 'x')).toEqual(['1', '2', '3'])
  })

  it('keeps both columns under the names of their files where they differ', async () => {
    const value = await join([
      ['a.csv', 'ID,x\n1,1\n'],
      ['b.csv.gz', 'ID,x\n1,2\n'],
      ['c.csv', 'ID,x\n1,two\n'],
    ])
    expect(value.suffixed).toEqual(['x'])
    expect(value.columns.map(({ name }) => name)).toEqual(['x @ a', 'x @ b', 'x @ c'])
  })

  it('a column without a cell agrees with every other of its name, whatever their type', async () => {
    const files: readonly File[] = [
      ['a.csv', 'ID,income\n1,\n2,\n'],
      ['b.csv', 'ID,income\n1,7\n2,\n'],
      ['c.csv', 'ID,income\n3,\n'],
    ]
    const value = await join(files, { missing_means_of: { income: 'zero' } })
    expect(value.columns.map(({ name, type }) => [name, type])).toEqual([['income', 'number']])
    expect(cells(value, 'income')).toEqual(['7', '0', null])
    expect(value).toMatchObject({ collapsed: ['income'], suffixed: [], zeros: ['income'] })
    expect(checks.same_columns_agree(value, {}).passed).toBe(true)
  })

  it('numbers files of one name in the order they come in', async () => {
    const value = await join([
      ['x.csv', 'ID,a\n1,1\n'],
      ['x.csv', 'ID,a\n1,2\n'],
    ])
    expect(cells(value, 'a @ x')).toEqual(['1'])
    expect(cells(value, 'a @ x 2')).toEqual(['2'])
  })

  it('keeps the numbers of the rows that a program wrote as labels, and compares them with none', async () => {
    const value = await join([
      ['a.csv', 'column 1,ID,x\n0,7,1\n1,8,2\n'],
      ['b.csv', 'column 1,ID,y\n0,8,1\n1,9,2\n2,7,5\n'],
    ])
    expect(value.labels).toEqual(['column 1 @ a', 'column 1 @ b'])
    expect(value).toMatchObject({ collapsed: [], suffixed: [] })
    const same = await join([
      ['a.csv', 'column 1,ID,x\n0,7,1\n1,8,2\n'],
      ['b.csv', 'column 1,ID,y\n0,7,1\n1,8,2\n'],
    ])
    expect(same).toMatchObject({ labels: ['column 1'], collapsed: [], suffixed: [] })
  })

  it('does not depend on the order of the files or of their rows', async () => {
    const files: readonly File[] = [
      ['a.csv', 'ID,x,k\n1,1,u\n2,2,v\n'],
      ['b.csv', 'ID,x,k\n2,3,v\n3,3,w\n'],
    ]
    const turned = files.map(([name, csv]): File => {
      const [head, ...rows] = csv.trim().split('\n')
      return [name, [head, ...rows.toReversed()].join('\n')]
    })
    expect(await join(turned.toReversed())).toEqual(await join(files))
  })

  it('refuses a store with two rows, also two that are the same, until a rule is chosen', async () => {
    const same: readonly File[] = [['a.csv', 'ID,x\n1,1\n1,1\n']]
    await expect(join(same)).rejects.toMatchObject({ failure: { code: 'duplicate_stores' } })
    const value = await join(same, { duplicate_stores: 'sum' })
    expect(cells(value, 'x')).toEqual(['1'])
    expect(value.nIdenticalRows).toBe(1)
  })

  it('matches ids between files by a rule that is chosen; a store keeps the id of the first file', async () => {
    const files: readonly File[] = [
      ['a.csv', 'ID,x\n007,1\n8,2\n9,3\n009,4\n'],
      ['b.csv', 'ID,y\n7,10\n08,20\n09,30\n5,50\n'],
      ['c.csv', 'ID,z\n0007,100\n05,500\n'],
    ]
    const exact = await join(files)
    expect(exact.storeIds).toHaveLength(10)
    expect(exact.ruleOffers.map(({ rule, nAdded }) => [rule, nAdded])).toEqual([
      ['leading_zeros', 3],
      ['all', 3],
    ])
    const value = await join(files, { id_match: 'leading_zeros' })
    expect(value.storeIds).toEqual(['007', '009', '09', '5', '8', '9'])
    expect(cells(value, 'y')).toEqual(['10', null, '30', '50', '20', null])
    expect(cells(value, 'z')).toEqual(['100', null, null, '500', null, null])
    expect(value.matchedByRule).toEqual([
      { file: 'b.csv', left: '007', right: '7' },
      { file: 'b.csv', left: '8', right: '08' },
      { file: 'c.csv', left: '007', right: '0007' },
      { file: 'c.csv', left: '5', right: '05' },
    ])
    expect(value.idConflicts).toEqual([
      { file: 'a.csv', form: '9', left: [], right: ['009', '9'] },
      { file: 'b.csv', form: '9', left: ['009', '9'], right: ['09'] },
    ])
    expect(value.ruleOffers).toEqual([])
  })

  it('leaves a store out in every spelling of its id', async () => {
    const files: readonly File[] = [
      ['a.csv', 'ID,x\n007,1\n8,2\n'],
      ['b.csv', 'ID,y\n7,10\n8,20\n'],
    ]
    for (const id of ['007', '7']) {
      const params = { id_match: ['leading_zeros'], exclude_stores: [id] } as const
      const value = await join(files, params)
      expect(value.storeIds).toEqual(['8'])
      expect(value.excluded.map(({ storeId }) => storeId)).toEqual(['007'])
      expect(value.filters).toEqual([{ name: 'exclude_stores', before: 2, after: 1 }])
    }
  })

  it('lists stores that are left out, once', async () => {
    const files: readonly File[] = [
      ['a.csv', 'ID,x\n1,1\n2,2\n'],
      ['b.csv', 'ID,y\n1,1\n'],
    ]
    const value = await join(files, { exclude_stores: ['1'] })
    expect(value.storeIds).toEqual(['2'])
    expect(value.excluded).toEqual([
      { storeId: '1', asset: 'external_features_data', reason: 'left out by exclude_stores' },
    ])
  })

  it('refuses to run without a file', async () => {
    await expect(join([])).rejects.toMatchObject({ failure: { code: 'missing_role' } })
  })
})

describe.skipIf(!existsSync(seed))('the sample files of the Python system (../shared/data)', () => {
  const names = [
    'Cotenants_RSP_state_07022025.csv',
    'Urbanicity CVS Drive Times with Demos and competitors_#COMP_DEMO_ALL_07022025.csv',
    'placer_store_features_2024_20250211_1420_with_remaining.csv',
  ]
  const files = (): readonly File[] =>
    names.map((name) => [name, readFileSync(new URL(encodeURIComponent(name), seed), 'utf8')])

  it('stop at store 203, twice in Urbanicity, until a rule is chosen', async () => {
    await expect(join(files(), {}, 'STORE_NBR')).rejects.toMatchObject({
      failure: {
        code: 'duplicate_stores',
        message: expect.stringContaining('1 store has more than one row (203). Its rows differ.'),
      },
    })
  })

  it('join with a rule: 20 stores, 206 missing in Urbanicity', async () => {
    const value = await join(files(), { duplicate_stores: 'first' }, 'STORE_NBR')
    expect(value.storeIds).toHaveLength(20)
    expect(value.files.map(({ stores }) => stores)).toEqual([20, 19, 20])
    expect(cells(value, 'urbancity_simple')?.[value.storeIds.indexOf('206')]).toBeNull()
    expect(value).toMatchObject({ nInAll: 19, nInSome: 1, nIdenticalRows: 0 })
    expect(value.suffixed).toContain('LATITUDE')
  })
})
