import { describe, expect, test } from 'vitest'
import { emptyConfiguration } from '../config/configuration'
import { partitionFailureOf, partitionSetsOf } from './partitions'
import { textColumn, toySource } from './testing/toy-run'

const withParams = (job_params: Record<string, unknown>) => ({ ...emptyConfiguration, job_params })

describe('partitions', () => {
  test('are the categories of the file, sorted by code units', () => {
    const sets = partitionSetsOf([toySource(['b', 'B', 'a'])], emptyConfiguration)
    expect(sets).toEqual({ internal: ['B', 'a', 'b'], external: ['all'] })
  })

  test('a file without a category column is one partition, all', () => {
    expect(partitionSetsOf([toySource(null)], emptyConfiguration).internal).toEqual(['all'])
  })

  test('no internal file is one partition, all', () => {
    expect(partitionSetsOf([], emptyConfiguration).internal).toEqual(['all'])
  })

  test('rows without a category go to UNMAPPED; a category may be called NA', () => {
    const source = toySource(['A'])
    const columns = source.profile.columns.map((column) => ({
      ...column,
      nMissing: 2,
      nEmpty: 1,
      nullTexts: ['NA'],
    }))
    const sets = partitionSetsOf(
      [{ ...source, profile: { ...source.profile, columns } }],
      emptyConfiguration,
    )
    expect(sets.internal).toEqual(['A', 'NA', 'UNMAPPED'])
  })

  test('the parameter categories restricts them', () => {
    const sets = partitionSetsOf([toySource(['A', 'B'])], withParams({ categories: ['B'] }))
    expect(sets.internal).toEqual(['B'])
  })

  test('external clusters per category have the internal partitions', () => {
    const configuration = withParams({ external_scope: 'per_category' })
    expect(partitionSetsOf([toySource(['A', 'B'])], configuration).external).toEqual(['A', 'B'])
  })

  test('sales with a product map come before store metrics, as in the graph', () => {
    const sales = toySource(['S'], { role: 'sales' })
    const metrics = toySource(['M'])
    const map = toySource(null, { role: 'product_map' })
    const first = (sources: Parameters<typeof partitionSetsOf>[0]) =>
      partitionSetsOf(sources, emptyConfiguration).internal
    expect(first([metrics, sales])).toEqual(['M'])
    expect(first([metrics, sales, map])).toEqual(['S'])
  })

  test('an unknown category is refused with the nearest name', () => {
    const failure = partitionFailureOf(
      [toySource(['Snacks'])],
      withParams({ categories: ['Snakcs'] }),
    )
    expect(failure).toMatchObject({ code: 'unknown_category', hint: 'Did you mean "Snacks"?' })
  })

  test('an empty list of categories is refused', () => {
    const failure = partitionFailureOf([toySource(['A'])], withParams({ categories: [] }))
    expect(failure?.code).toBe('no_category')
  })

  test('a column with thousands of values is no category column', () => {
    const source = toySource(['A'])
    const column = { ...textColumn('category', ['A']), levelsAreComplete: false }
    const profile = { ...source.profile, columns: [column] }
    const failure = partitionFailureOf([{ ...source, profile }], emptyConfiguration)
    expect(failure?.code).toBe('too_many_categories')
  })
})
