import { describe, expect, test } from 'vitest'
import { compareRuns } from '../../runs/compare/compare-runs'
import { placedRun } from '../../runs/testing/placed-run'
import { headsOf } from './cluster-heads'
import { flowOf } from './flow.model'
import { metricRows, signed, sizeRows } from './metrics.model'
import { filterMoves, moveRows, movedWords } from './moves.model'
import { notesOf } from './notes.model'
import { reasonCounts, reasonWords, trialWords, untestedLines } from './reasons.model'

const orders = { before: 'internal_external', after: 'internal_external' } as const
const thing = {
  kind: 'setting',
  name: 'k_rule',
  label: 'Rule',
  changes: [],
} as const
const file = { kind: 'overrides', nBefore: 0, nAfter: 1 } as const
const tested = { thing, isTested: true, note: '', nMoves: 1 }

async function twoRuns() {
  const before = placedRun({ s1: 1, s2: 1, s3: 1, s4: 2, s5: 2, s6: 2 }, { id: 'a', seq: 1 })
  const after = placedRun(
    { s1: 1, s2: 1, s3: 2, s4: 2, s5: 2, s7: 3 },
    { id: 'b', seq: 2, ms: 4000 },
  )
  const comparison = await compareRuns(before, after)
  const [membership] = comparison.memberships
  if (membership === undefined) throw new Error('nothing compared')
  return { comparison, membership, heads: headsOf(membership, orders, null) }
}

describe('the stores that moved', () => {
  test('stand with their clusters, and with no reason until one was tested', async () => {
    const { membership, heads } = await twoRuns()
    const [row, ...more] = moveRows(membership, heads, null)
    expect(more).toEqual([])
    expect(row).toMatchObject({
      store: 's3',
      fromHead: { id: '1' },
      toHead: { id: '2' },
      reason: null,
    })
    const words = movedWords(membership, { before: 'run 1', after: 'run 2' })
    expect(words).toBe('20.0\u202f% of stores moved. 1 store only in run 1. 1 store only in run 2.')
  })

  test('are never nothing where a store moved, however little it sells', async () => {
    const { membership } = await twoRuns()
    const little = {
      ...membership,
      shareMoved: 1 / 9000,
      salesMoved: { moved: 1, total: 10_000, share: 0.0001 },
    }
    const words = movedWords({ ...little, onlyA: [], onlyB: [] }, { before: 'a', after: 'b' })
    expect(words).toBe('under 0.1\u202f% of stores and under 0.1\u202f% of sales moved.')
  })

  test('are found by store, by cluster and by reason', async () => {
    const { membership, heads } = await twoRuns()
    const explanation = { things: [tested], memberships: [] }
    const rows = moveRows(membership, heads, {
      explanation,
      reasonsOf: () => [{ thing, split: null }],
    })
    const found = (query: string, reason: string | null = null) =>
      filterMoves(rows, { query, reason }).length
    expect([found(''), found('S3'), found('cluster 2'), found('s9')]).toEqual([1, 1, 1, 0])
    expect([found('', 'Rule (k_rule)'), found('', 'Several at once')]).toEqual([1, 0])
  })
})

describe('the reason of a move', () => {
  test('is what was tested, and never a guess', () => {
    expect(reasonWords([{ thing, split: null }], 0)).toBe('Rule (k_rule)')
    expect(reasonWords([{ thing: file, split: 'own_data' }], 0)).toBe(
      'decisions about stores: its own data',
    )
    expect(reasonWords([], 0)).toBe('Several at once')
    expect(reasonWords([], 1)).toBe('Not found')
  })

  test('is counted, most first, and what could not be tested is said', () => {
    expect(reasonCounts(['b', 'a', 'b', 'c'])).toEqual([
      { reason: 'b', n: 2 },
      { reason: 'a', n: 1 },
      { reason: 'c', n: 1 },
    ])
    const untested = { thing: file, isTested: false, note: 'They are gone.', nMoves: 0 }
    expect(untestedLines({ things: [tested, untested], memberships: [] })).toEqual([
      'Decisions about stores could not be tested. They are gone.',
    ])
  })

  test('costs trial runs, each at most as long as a run of these files', async () => {
    const { comparison } = await twoRuns()
    const plan = { comparison, memberships: [], tests: [], nTrials: 5 }
    expect(trialWords(plan, [comparison.a, comparison.b])).toBe(
      '5 trial runs, at most about 20.0 s',
    )
    expect(trialWords({ ...plan, nTrials: 1 }, [])).toBe('1 trial run')
  })
})

describe('the figures beside the stores', () => {
  test('sizes name what is new, and what is only in one run', async () => {
    const { membership, heads } = await twoRuns()
    expect(
      sizeRows(membership, heads).map(({ head, before, after, change }) => [
        head.id,
        before,
        after,
        change,
      ]),
    ).toEqual([
      ['1', 3, 2, '\u22121'],
      ['2', 3, 3, 'same'],
      ['3', null, 1, 'new'],
    ])
  })

  test('a change too small for its digits is still a change', () => {
    expect(signed(0.0001, 2)).toBe('under +0.01')
    expect(signed(-0.25, 2)).toBe('\u22120.25')
  })

  test('metrics of other categories are left out', () => {
    const one = { view: 'internal', name: 'silhouette', before: 0.5, after: 0.625 } as const
    const metrics = {
      differing: [
        { ...one, category: 'A' },
        { ...one, category: 'B' },
      ],
      all: [],
      nSame: 0,
    }
    expect(metricRows({ metrics }, 'A', false)).toEqual([
      expect.objectContaining({ name: 'Silhouette, internal', change: '+0.125' }),
    ])
  })

  test('the flow counts at its end what stayed and what came', async () => {
    const { membership, heads } = await twoRuns()
    const { links, clusters, nameOf } = flowOf(membership, heads)
    expect(links).toMatchObject([{ from: 'from 0', to: 'to 1', stores: 1 }])
    expect(clusters.get('to 1')).toMatchObject({ before: 2, gained: 1 })
    expect(nameOf('to 1')).toBe('cluster 2')
  })

  test('what only one run has is said, here and in other categories', async () => {
    const { comparison } = await twoRuns()
    const onlyInA = [
      { view: 'external', category: 'all' },
      { view: 'internal', category: 'Snacks' },
    ] as const
    const notes = notesOf({ ...comparison, onlyInA, lost: { before: [], after: ['x[all]'] } }, null)
    expect(notes).toEqual([
      expect.stringMatching(/^1 value of run 2 is no longer kept/),
      'Only run 1 has external clusters here; run 2 has none to compare.',
      'Only run 1 has Snacks.',
    ])
  })
})
