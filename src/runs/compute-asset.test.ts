import { describe, expect, test } from 'vitest'
import type { Definition } from '../assets/definition'
import { AssetError } from '../assets/failure'
import { inspectFile } from '../files/inspect'
import { cellText } from '../table/table'
import { createMemoryCache } from './cache/memory-cache'
import { computeAsset, type ComputePorts } from './compute-asset'
import type { Source } from './contract'
import { openSource } from './open-source'
import { rowCountOf } from './row-count'
import type { AssetTask } from './task'
import { toyFeatures, toyRead } from './testing/toy-assets'
import { toySource } from './testing/toy-run'

const task: AssetTask = {
  key: 'toy',
  partition: 'A',
  address: 'toy[A]@v',
  params: { k: 2 },
  inputs: [],
  sources: [],
  baseline: null,
  overrides: [],
}

type Setup = Partial<Pick<Definition, 'compute' | 'checks' | 'spec'>> & Partial<ComputePorts>

function setup({ compute = () => 1, checks = {}, spec = toyRead, ...change }: Setup = {}) {
  const reports: number[] = []
  const cache = createMemoryCache()
  const ports: ComputePorts = {
    cache,
    definitions: new Map([['toy', { spec, compute, checks }]]),
    openFile: () => new Blob([]),
    report: (done) => reports.push(done),
    memoryBudget: 1e6,
    now: () => 0,
    ...change,
  }
  return { ports, reports, cache }
}

describe('computeAsset', () => {
  test('hands over parameters and partition, and stores the value whole', async () => {
    const { ports } = setup({
      compute: (_inputs, params, { partition }) => ({ storeIds: [partition, String(params['k'])] }),
    })
    expect(await computeAsset(task, ports)).toEqual({
      ok: true,
      log: [],
      ms: 0,
      rows: 2,
      checks: [],
    })
    expect(await ports.cache.read('toy[A]@v')).toEqual({
      value: { storeIds: ['A', '2'] },
      rows: 2,
      checks: [],
    })
  })

  test('hands over its own value of the baseline, and refuses one that it cannot read', async () => {
    const cache = createMemoryCache()
    await cache.write('now', { value: 7, rows: null, checks: [] })
    await cache.write('before', { value: { of: 'an earlier version' }, rows: null, checks: [] })
    const { ports } = setup({
      cache,
      compute: (_inputs, _params, { baseline }) => Number(baseline) + 1,
    })
    expect(await computeAsset({ ...task, baseline: 'now' }, ports)).toMatchObject({ ok: true })
    expect((await cache.read(task.address))?.value).toBe(8)
    for (const [baseline, code] of [
      ['before', 'baseline_outdated'],
      ['nowhere', 'baseline_lost'],
    ] as const)
      expect(await computeAsset({ ...task, baseline }, ports)).toMatchObject({ failure: { code } })
  })

  test('reads one input by address, and a fan-in sorted by partition', async () => {
    const cache = createMemoryCache()
    for (const name of ['one', 'B', 'A'])
      await cache.write(name, { value: name, rows: null, checks: [] })
    const { ports } = setup({ cache, compute: (inputs) => inputs })
    const refs = ['B', 'A'].map((name) => ({ partition: name, address: name }))
    const inputs = [
      { name: 'single', fanIn: false, refs: [{ partition: null, address: 'one' }] },
      { name: 'all', fanIn: true, refs },
    ]
    await computeAsset({ ...task, inputs }, ports)
    expect((await cache.read(task.address))?.value).toEqual({
      single: 'one',
      all: [
        { partition: 'A', value: 'A' },
        { partition: 'B', value: 'B' },
      ],
    })
  })

  test('reads of an input that all partitions share only what is for its own', async () => {
    const cache = createMemoryCache()
    const categories = [{ name: 'A' }, { name: 'B' }]
    await cache.write('all', {
      value: { categories },
      rows: null,
      checks: [],
      partsIn: 'categories',
    })
    const { ports } = setup({ cache, compute: (inputs) => inputs })
    const inputs = [{ name: 'sales', fanIn: false, refs: [{ partition: null, address: 'all' }] }]
    await computeAsset({ ...task, inputs }, ports)
    await computeAsset({ ...task, partition: null, address: 'toy@v', inputs }, ports)
    expect((await cache.read(task.address))?.value).toEqual({
      sales: { categories: [{ name: 'A' }] },
    })
    expect((await cache.read('toy@v'))?.value).toEqual({ sales: { categories } })
  })

  test('keeps the parts apart that its spec names', async () => {
    const categories = [{ name: 'A' }, { name: 'B' }]
    const spec = { ...toyRead, partsIn: 'categories' }
    const { ports, cache } = setup({ spec, compute: () => ({ categories }) })
    await computeAsset(task, ports)
    expect((await cache.read(task.address, ['B']))?.value).toEqual({ categories: [{ name: 'B' }] })
  })

  test('an expected failure is data and nothing is stored', async () => {
    const failure = { code: 'x', message: 'No.', path: 'p', hint: 'Do.' }
    const { ports, cache } = setup({
      compute: () => {
        throw new AssetError(failure)
      },
    })
    expect(await computeAsset(task, ports)).toEqual({ ok: false, log: [], ms: 0, failure })
    expect(await cache.list()).toEqual([])
  })

  test.each([
    ['an Error', () => Promise.reject(new Error('boom')), 'boom'],
    ['a string', () => Promise.reject('boom'), 'boom'],
    ['an asset without a definition', undefined, 'no definition'],
  ])('%s that nobody expected is a defect with the asset named', async (_name, compute, words) => {
    const { ports } = compute ? setup({ compute }) : setup({ definitions: new Map() })
    const result = await computeAsset(task, ports)
    expect(result).toMatchObject({ ok: false, failure: { code: 'defect', path: 'toy[A]' } })
    expect(!result.ok && result.failure.message).toContain(words)
  })

  test('runs every check of the spec and stores what it found', async () => {
    const checks = { is_positive: () => ({ passed: false, metadata: { value: -1 } }) }
    const { ports, cache } = setup({ spec: toyFeatures, checks })
    const result = await computeAsset(task, ports)
    const check = {
      name: 'is_positive',
      blocking: true,
      passed: false,
      next: 'Raise toy_limit.',
      metadata: { value: -1 },
    }
    expect(result).toMatchObject({ ok: true, checks: [check] })
    expect(await cache.readSummary(task.address)).toMatchObject({ checks: [check] })
  })

  test('a check without a function is a defect', async () => {
    const { ports } = setup({ spec: toyFeatures })
    expect(await computeAsset(task, ports)).toMatchObject({ failure: { code: 'defect' } })
  })

  test('an input that is gone is a failure with a next step', async () => {
    const inputs = [{ name: 'in', fanIn: false, refs: [{ partition: null, address: 'gone@v' }] }]
    const { ports } = setup()
    expect(await computeAsset({ ...task, inputs }, ports)).toMatchObject({
      failure: { code: 'input_lost' },
    })
  })

  test('tells progress at most every 100 ms, and always the end', async () => {
    let time = 0
    const { ports, reports } = setup({
      now: () => (time += 30),
      compute: (_inputs, _params, { report }) => {
        for (let done = 1; done <= 10; done++) report(done, 10)
      },
    })
    await computeAsset(task, ports)
    expect(reports[0]).toBe(1)
    expect(reports.at(-1)).toBe(10)
    expect(reports.length).toBeLessThan(6)
  })
})

describe('openSource', () => {
  test('reads a file as it was understood: ids as text, numbers as numbers', async () => {
    const blob = new Blob(['store,category,sold\n007,NA,1.25\n1E5,b,2\n'])
    const inspected = await inspectFile('s.csv', blob)
    if (!inspected.ok) throw new Error(inspected.failure.message)
    const columns = {
      store: 'store',
      category: 'category',
      value: 'sold',
      product: null,
      group: null,
    }
    const source: Source = { ...toySource(null), profile: inspected.profile, columns }
    const reader = openSource(source, blob)
    expect(reader.valueDecimals).toBe(2)
    const rows: unknown[] = []
    for await (const { table } of reader.chunks())
      for (let row = 0; row < table.nRows; row++)
        rows.push(table.columns.map((column) => cellText(column, row)))
    expect(rows).toEqual([
      ['007', 'NA', '1.25'],
      ['1E5', 'b', '2'],
    ])
  })
})

describe('rowCountOf', () => {
  test('counts stores of a table and rows of sales', () => {
    expect(rowCountOf({ storeIds: ['a', 'b'], units: new Float64Array(5) })).toBe(5)
    expect(rowCountOf({ storeIds: ['a', 'b'] })).toBe(2)
  })
  test('a value without rows has no count', () => {
    expect(rowCountOf({ k: 3 })).toBeNull()
    expect(rowCountOf(null)).toBeNull()
  })
})
