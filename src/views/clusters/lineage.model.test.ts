import { describe, expect, test } from 'vitest'
import { type Lineage, lineageSentence, originOf } from './lineage.model'

const kept = (cluster: number): Lineage[number] => ({
  cluster,
  state: 'kept',
  event: null,
  jaccard: 0.9,
  relatives: [{ cluster, nStores: 40, jaccard: 0.9 }],
})
const related = (...clusters: number[]) =>
  clusters.map((cluster) => ({ cluster, nStores: 12, jaccard: 0.3 }))

describe('lineageSentence(lineage)', () => {
  test('says that all ids are kept', () => {
    expect(lineageSentence([kept(1), kept(3)])).toBe('all 2 kept')
  })

  test('names new ids with what they came from, and retired ones with where they went', () => {
    const lineage: Lineage = [
      kept(1),
      { cluster: 4, state: 'retired', event: 'merged', jaccard: null, relatives: related(1, 3) },
      { cluster: 7, state: 'new', event: 'split', jaccard: null, relatives: related(3) },
      { cluster: 8, state: 'new', event: null, jaccard: null, relatives: [] },
    ]
    expect(lineageSentence(lineage)).toBe(
      '1 kept, 2 new (7, split from 3; 8), 1 retired (4, merged into 1 and 3)',
    )
  })
})

test('originOf(line): a kept id tells of others only where it was split or merged', () => {
  expect(originOf(kept(1))).toBe('')
  expect(originOf({ ...kept(1), event: 'split' })).toBe('split')
  expect(originOf({ ...kept(1), event: 'merged', relatives: related(1, 2, 5) })).toBe(
    'merged from 1, 2 and 5',
  )
})
