import { describe, expect, test } from 'vitest'
import { readySources } from '../selectors'
import { withFiles } from '../testing/with-files'
import { selectCatalogues } from './catalogue'

/** A file of five rows that is one row a store, and whose last column is empty in four of them. */
async function sparseFile(role: 'store_metrics' | 'external') {
  const files = await withFiles()
  const [, market] = readySources(files.state())
  if (market === undefined) throw new Error('no market file')
  const { columns } = market.profile
  const sparse = columns.findLast(({ type }) => type === 'number')
  if (sparse === undefined) throw new Error('no column of numbers')
  const source = {
    ...market,
    role,
    profile: {
      ...market.profile,
      nRows: 5,
      columns: columns.map((column) => (column === sparse ? { ...column, nMissing: 4 } : column)),
    },
  }
  files.state().restoreSources([source])
  const useOf = () =>
    selectCatalogues(files.state())
      .get(source.id)
      ?.find(({ column }) => column.name === sparse.name)?.use
  return { ...files, name: sparse.name, useOf }
}

describe('a column with more empty cells than the limit', () => {
  test('is left out where an empty cell is unknown', async () => {
    const { useOf } = await sparseFile('external')
    expect(useOf()).toBe('left_out')
  })

  test('is a feature where an empty cell means zero, for the file or for the column', async () => {
    const metrics = await sparseFile('store_metrics')
    metrics.state().setParam('internal', 'missing_means', 'unknown')
    expect(metrics.useOf()).toBe('left_out')
    metrics.state().setParam('internal', 'missing_means', 'zero')
    expect(metrics.useOf()).toBe('feature')
    const market = await sparseFile('external')
    market.state().setParam('external', 'missing_means_of', { [market.name]: 'zero' })
    expect(market.useOf()).toBe('feature')
  })
})
