import { describe, expect, test } from 'vitest'
import { selectCatalogues } from './catalogue'
import { countRepeatedRows, selectUndecidedRows } from './repeated-stores'
import { readySources } from '../selectors'
import { withFiles } from '../testing/with-files'

/** A market file of five rows, whose store ids are as distinct as said. */
async function market(nDistinct: number) {
  const files = await withFiles()
  const [, source] = readySources(files.state())
  if (source === undefined) throw new Error('no market file')
  const columns = source.profile.columns.map((column) => ({ ...column, nDistinct }))
  return { ...files, source: { ...source, profile: { ...source.profile, nRows: 5, columns } } }
}

describe('rows that repeat a store', () => {
  test('are counted where a row should be a store', async () => {
    expect(countRepeatedRows((await market(4)).source)).toBe(1)
    expect(countRepeatedRows((await market(5)).source)).toBe(0)
  })

  test('are normal in sales, and in a file of stores in categories', async () => {
    const { source } = await market(4)
    expect(countRepeatedRows({ ...source, role: 'sales' })).toBe(0)
    const columns = { ...source.columns, category: 'category' }
    expect(countRepeatedRows({ ...source, role: 'store_metrics', columns })).toBe(0)
  })

  test('are not guessed where the ids were too many to count', async () => {
    const { source } = await market(4)
    const columns = source.profile.columns.map((each) => ({ ...each, distinctIsExact: false }))
    expect(countRepeatedRows({ ...source, profile: { ...source.profile, columns } })).toBe(0)
  })

  test('wait for a person until the branch has a rule', async () => {
    const { source, state } = await market(4)
    state().restoreSources([source])
    expect(selectUndecidedRows(state()).get(source.id)).toBe(1)
    state().setParam('external', 'duplicate_stores', 'mean')
    expect(selectUndecidedRows(state()).get(source.id)).toBe(0)
  })

  test('are the same answer each time, also in an environment: screens are drawn from it', async () => {
    const { state } = await market(4)
    state().addEnvironment('qa')
    expect(state().environment).toBe('qa')
    expect(selectUndecidedRows(state())).toBe(selectUndecidedRows(state()))
    const catalogues = selectCatalogues(state())
    selectUndecidedRows(state())
    expect(selectCatalogues(state())).toBe(catalogues)
  })
})
