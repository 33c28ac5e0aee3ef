import { describe, expect, test } from 'vitest'
import {
  flowClustersOf,
  flowSubtitle,
  flowTitle,
  isTooManyToDraw,
  keptOf,
  linksOf,
} from './flow.model'
import { orderOf, pairsOf } from './pairs.model'

const pairs = pairsOf({
  merged: ['1_1', '1_2', '2_2', '1_2', '2_1'],
  internal: Int32Array.of(1, 1, 2, 1, 2),
  external: Int32Array.of(1, 2, 2, 2, 1),
})

const move = (from: string, to: string) => ({
  storeId: `${from}-${to}`,
  from,
  to,
  dFrom: 1,
  dTo: 2,
  runnerUp: '',
  runnerUpDistance: NaN,
  by: 'size' as const,
})

const reassigned = {
  moves: [move('1_2', '1_1'), move('1_2', '2_2'), move('1_2', '1_1'), move('2_1', '1_2')],
  sizesBefore: [
    { cluster: '1_1', size: 50 },
    { cluster: '1_2', size: 3 },
  ],
}

describe('linksOf(reassigned, pairs)', () => {
  const links = linksOf(reassigned, pairs)

  test('counts the stores between each two clusters and says what they keep', () => {
    expect(links).toEqual([
      { from: '1_2', to: '1_1', stores: 2, keeps: 'internal' },
      { from: '1_2', to: '2_2', stores: 1, keeps: 'external' },
      { from: '2_1', to: '1_2', stores: 1, keeps: 'neither' },
    ])
  })

  test('the words under the picture count all three kinds', () => {
    expect(keptOf(links)).toEqual({ internal: 2, external: 1, neither: 1 })
    expect(flowSubtitle(keptOf(links), true)).toBe(
      'Filled: 2 keep their internal cluster. Outlined: 1 the external. Dashed: 1 neither.',
    )
  })

  test('the takers know what they gained', () => {
    expect(flowClustersOf(reassigned, pairs).get('1_1')).toMatchObject({ before: 50, gained: 2 })
  })

  test('more than 16 clusters on a side are not drawn', () => {
    const many = (n: number) =>
      Array.from({ length: n }, (_, i) => ({
        from: `${i}`,
        to: 'a',
        stores: 1,
        keeps: 'neither' as const,
      }))
    expect(isTooManyToDraw(many(16))).toBe(false)
    expect(isTooManyToDraw(many(17))).toBe(true)
  })
})

describe('flowTitle(kept)', () => {
  test.each([
    [
      { internal: 109, external: 121, neither: 1 },
      'Half keep what sells there, half what surrounds them',
    ],
    [{ internal: 8, external: 2, neither: 0 }, 'Most keep what sells there'],
    [{ internal: 1, external: 9, neither: 0 }, 'Most keep what surrounds them'],
    [{ internal: 1, external: 1, neither: 8 }, 'Most change both halves'],
    [{ internal: 5, external: 2, neither: 3 }, 'No half is kept by most'],
    [{ internal: 0, external: 0, neither: 0 }, 'No store moves'],
  ])('%j: %s', (kept, title) => {
    expect(flowTitle(kept)).toBe(title)
  })
})

describe('orderOf(pair)', () => {
  test('is read from the label', () => {
    expect(orderOf({ label: '2_1', internal: 1, external: 2 })).toBe('external_internal')
    expect(orderOf({ label: '1_2', internal: 1, external: 2 })).toBe('internal_external')
  })
})
