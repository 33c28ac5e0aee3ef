import { describe, expect, test } from 'vitest'
import { internal, published } from '../assets/specs'
import { createHasher } from '../files/digest'
import type { AssetRecord } from './contract'
import { resultHashOf } from './result-hash'

const hash = await createHasher()

const record = (key: string, partition: string | null): AssetRecord => ({
  key,
  partition,
  codeVersion: '1',
  dataVersion: 'v',
  status: 'success',
  cached: false,
  ms: 0,
  rows: null,
  checks: [],
  failure: null,
})

const merged = (order: readonly number[], labels = ['1_1', '1_2', '2_1']) => ({
  storeIds: order.map((i) => ['a', 'b', 'c'][i]),
  categories: order.map(() => 'all'),
  internal: Int32Array.from(order, (i) => [1, 1, 2][i] ?? 0),
  external: Int32Array.from(order, (i) => [1, 2, 1][i] ?? 0),
  merged: order.map((i) => labels[i]),
  rebalanced: order.map((i) => labels[i]),
  separate: [{ storeId: 'd', category: 'all', internal: 2, external: null }],
})

const hashOf = (value: unknown, key: string, partition: string | null) =>
  resultHashOf([record(key, partition)], async () => value, hash)

describe('the result hash', () => {
  test('does not depend on the order of rows', async () => {
    const there = await hashOf(merged([0, 1, 2]), published.key, null)
    expect(await hashOf(merged([2, 0, 1]), published.key, null)).toBe(there)
  })

  test('changes with one label', async () => {
    const there = await hashOf(merged([0, 1, 2]), published.key, null)
    expect(await hashOf(merged([0, 1, 2], ['1_1', '1_2', '1_1']), published.key, null)).not.toBe(
      there,
    )
  })

  test('is over the branches where there is no merge, apart by category', async () => {
    const value = { storeIds: ['a'], clusters: Int32Array.of(1), separate: [{ storeId: 'b' }] }
    const snacks = await hashOf(value, internal.assigned.key, 'Snacks')
    expect(snacks).toMatch(/^[0-9a-f]{64}$/)
    expect(await hashOf(value, internal.assigned.key, 'Dairy')).not.toBe(snacks)
  })

  test('is over stores that are kept separate, too', async () => {
    const there = await hashOf(merged([0, 1, 2]), published.key, null)
    const clustered = { ...merged([0, 1, 2]), separate: [] }
    expect(await hashOf(clustered, published.key, null)).not.toBe(there)
    const branch = { storeIds: ['a'], clusters: Int32Array.of(1), separate: [] }
    const more = { ...branch, separate: [{ storeId: 'b' }] }
    expect(await hashOf(branch, internal.assigned.key, 'all')).not.toBe(
      await hashOf(more, internal.assigned.key, 'all'),
    )
  })

  test('is null when nothing was placed', async () => {
    expect(await resultHashOf([], async () => null, hash)).toBeNull()
    expect(await resultHashOf([record('other', null)], async () => 1, hash)).toBeNull()
  })
})
