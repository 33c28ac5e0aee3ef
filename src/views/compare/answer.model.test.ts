import { describe, expect, test } from 'vitest'
import { compareRuns } from '../../runs/compare/compare-runs'
import { type Placing, placedRun } from '../../runs/testing/placed-run'
import { compareAnswer } from './answer.model'
import { headsOf } from './cluster-heads'
import { largestMove, lossTitle, moveLinks } from './movement'

const orders = { before: 'internal_external', after: 'internal_external' } as const
const two = { s1: 1, s2: 1, s3: 1, s4: 2, s5: 2 }

async function comparing(before: Placing, after: Placing) {
  const a = placedRun(before, { id: 'a', seq: 13 })
  const b = placedRun(after, { id: 'b', seq: 14 })
  const comparison = await compareRuns(a, b)
  const membership = comparison.memberships[0] ?? null
  const heads = membership === null ? { rows: [], columns: [] } : headsOf(membership, orders, null)
  return {
    comparison,
    membership,
    heads,
    answer: compareAnswer(comparison, { membership, heads, all: comparison.memberships }),
  }
}

describe('the answer of Compare', () => {
  test('does not say that stores went from a cluster to itself where two have one name', async () => {
    const { membership, heads } = await comparing(two, { ...two, s3: 2 })
    if (membership === null) throw new Error('nothing to compare')
    const named = (of: 'rows' | 'columns') =>
      heads[of].map((head) => ({ ...head, name: 'Premium' }))
    expect(largestMove(membership, { rows: named('rows'), columns: named('columns') })).toBe(
      '1 store from Premium to another cluster of that name',
    )
  })

  test('says how many stores keep their cluster and where the most went', async () => {
    const { answer, membership, heads } = await comparing(two, { ...two, s3: 2 })
    expect(answer.title).toBe('80\u202f% of stores keep their internal cluster; 1 of 5 moves.')
    expect(answer.detail).toMatch(
      /^The largest move is 1 store from cluster 1 to cluster 2\. ARI 0\.\d\d internal\.$/,
    )
    if (membership === null) throw new Error('nothing compared')
    expect(moveLinks(membership)).toEqual([{ row: 0, column: 1, stores: 1 }])
    expect(lossTitle(membership, heads)).toBe('Cluster 1 loses the most')
  })

  test('movement is never rounded away', async () => {
    const many: Record<string, number> = {}
    for (let i = 0; i < 999; i++) many[`s${i}`] = i % 3
    const { answer } = await comparing(many, { ...many, s0: 1 })
    expect(answer.title).toBe('99.9\u202f% of stores keep their internal cluster; 1 of 999 moves.')
    expect(answer.detail).toMatch(/ARI 0\.99\d+ internal/)
  })

  test('other ids for the same groups: every store keeps its cluster', async () => {
    const { answer } = await comparing(two, { s1: 2, s2: 2, s3: 2, s4: 1, s5: 1 })
    expect(answer.title).toBe('All 5 stores keep their internal cluster.')
  })

  test('the same result is said in one sentence, with its hash', async () => {
    const { answer } = await comparing(two, two)
    expect(answer.title).toBe('Run 14 places every store as run 13 does.')
    expect(answer.detail).toMatch(/^Both have the result hash .{12}\.$/)
  })

  test('runs without a common store, and runs without values, say so', async () => {
    expect((await comparing({ s1: 1 }, { s2: 1 })).answer.title).toBe(
      'The two runs have no store in common.',
    )
    const gone = { ...placedRun(two, { id: 'a', seq: 13 }), read: async () => null }
    const comparison = await compareRuns(gone, placedRun({ s1: 1 }, { id: 'b', seq: 14 }))
    const shown = { membership: null, heads: { rows: [], columns: [] }, all: [] }
    expect(compareAnswer(comparison, shown).detail).toBe('Values of run 13 are no longer kept.')
  })
})
