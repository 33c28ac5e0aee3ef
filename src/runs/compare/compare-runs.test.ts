import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { internal } from '../../assets/specs'
import { emptyConfiguration } from '../../config/configuration'
import type { ReadOptions } from '../../files/source-profile'
import type { CheckRecord, RunRecord } from '../contract'
import { compareRuns } from './compare-runs'
import { movesCsv } from './moves-csv'
import { madeRecord, placedRun, type Placing } from '../testing/placed-run'
import type { RunSide } from './run-side'

async function membershipOf(before: Placing, after: Placing) {
  const { memberships } = await compareRuns(placedRun(before), placedRun(after))
  const [membership] = memberships
  if (membership === undefined) throw new Error('Nothing was compared.')
  return membership
}

/** A run that carried its ids on from the run `first`, of which these were kept. */
function withModel({ run, read }: RunSide, kept: readonly number[]): RunSide {
  const { key, codeVersion } = internal.model
  const madeFrom = { params: '', sources: '', deps: '', memory: 'm' }
  const model = madeRecord(key, 'all', { codeVersion, madeFrom })
  const lineage = kept.map((cluster) => ({ cluster, state: 'kept' }))
  return {
    run: { ...run, assets: [...run.assets, model], baseline: { runId: 'first', seq: 1 } },
    read: async (record) => (record.key === key ? { lineage } : read(record)),
  }
}

const two = { s1: 1, s2: 1, s3: 1, s4: 2, s5: 2 }

describe('who is where, in two runs', () => {
  it('the same run twice differs in nothing', async () => {
    const run = placedRun(two)
    const same = await compareRuns(run, run)
    const parts = [same.settings, same.inputs, same.columns, same.code, same.checks, same.metrics]
    for (const { differing } of parts) expect(differing).toEqual([])
    expect(same.settings.nSame).toBe(same.settings.all.length)
    expect(same.settings.nSame).toBeGreaterThan(40)
    expect(same).toMatchObject({ isSameResult: true, lost: { before: [], after: [] } })
    expect(same.memberships).toMatchObject([
      { nCommon: 5, adjustedRandIndex: 1, moves: [], shareMoved: 0, onlyA: [], onlyB: [] },
    ])
  })

  it('other ids for the same groups are no move', async () => {
    const found = await membershipOf(two, { s1: 7, s2: 7, s3: 7, s4: 1, s5: 1 })
    expect(found).toMatchObject({ adjustedRandIndex: 1, moves: [], matching: { by: 'overlap' } })
    expect(found.columns.map(({ id, matched, size }) => [id, matched, size])).toEqual([
      ['7', '1', 3],
      ['1', '2', 2],
    ])
    expect(found.counts).toEqual([
      [3, 0],
      [0, 2],
    ])
  })

  it('a store that is kept separate in one run moved; in both it did not', async () => {
    const apart = { s1: 1, s2: 1, s3: 2, s4: null, s5: null }
    const found = await membershipOf(apart, { s1: 1, s2: 1, s3: 2, s4: null, s5: 2 })
    expect(found.matching.pairs).toContainEqual(['outlier', 'outlier'])
    expect(found.moves.map(({ store, from, to }) => [store, from, to])).toEqual([
      ['s5', 'outlier', '2'],
    ])
  })

  it('a cluster that splits keeps its larger part; the stores of the new one moved', async () => {
    const found = await membershipOf(two, { s1: 1, s2: 1, s3: 3, s4: 2, s5: 2 })
    expect(found.moves).toEqual([
      {
        store: 's3',
        from: '1',
        to: '3',
        margin: 0.75,
        distanceBefore: 1,
        distanceAfter: 1,
        sales: null,
      },
    ])
    expect(found.columns.at(-1)).toMatchObject({ id: '3', matched: null, size: 1 })
    expect(found.shareMoved).toBe(0.2)
    expect(found.salesMoved).toBeNull()
  })

  it('stores of one run only are listed and are in no share', async () => {
    const found = await membershipOf(two, { s2: 1, s3: 1, s4: 2, s5: 2, s6: 2 })
    expect(found).toMatchObject({ nCommon: 4, onlyA: ['s1'], onlyB: ['s6'], moves: [] })
    expect(found.rows[0]?.size).toBe(3)
    const apart = await membershipOf({ s1: 1 }, { s2: 1 })
    expect(apart).toMatchObject({ nCommon: 0, shareMoved: 0, moves: [], adjustedRandIndex: 1 })
  })

  it('ids that were carried on are the same cluster, however few stores they share', async () => {
    const carried = madeRecord(internal.model.key, 'all', {
      madeFrom: { params: '', sources: '', deps: '', memory: 'm' },
    })
    const before = placedRun(two, { id: 'first' })
    const plain = placedRun({ s1: 2, s2: 2, s3: 2, s4: 1, s5: 1 }, { id: 'second' })
    const { run } = plain
    const assets = [...run.assets, carried]
    const after = { ...plain, run: { ...run, assets, baseline: { runId: 'first', seq: 1 } } }
    const [found] = (await compareRuns(before, after)).memberships
    expect(found).toMatchObject({ adjustedRandIndex: 1, matching: { by: 'stable_ids' } })
    expect(found?.moves).toHaveLength(5)
    const [other] = (await compareRuns({ ...before, run: { ...before.run, id: 'other' } }, after))
      .memberships
    expect(other).toMatchObject({ moves: [], matching: { by: 'overlap' } })
  })

  it('two runs that carried on one baseline share its ids; each numbered its new ones alone', async () => {
    const before = withModel(placedRun({ s1: 1, s2: 1, s3: 3, s4: 2, s5: 2 }, { id: 'a' }), [1, 2])
    const after = withModel(placedRun({ s1: 1, s2: 1, s3: 1, s4: 2, s5: 3 }, { id: 'b' }), [1, 2])
    const [found] = (await compareRuns(before, after)).memberships
    expect(found?.matching).toEqual({
      by: 'stable_ids',
      pairs: [
        ['1', '1'],
        ['2', '2'],
      ],
    })
    expect(found?.moves.map(({ store }) => store)).toEqual(['s3', 's5'])
    const alike = withModel(placedRun({ s1: 1, s2: 1, s3: 4, s4: 2, s5: 2 }, { id: 'b' }), [1, 2])
    const [same] = (await compareRuns(before, alike)).memberships
    expect(same).toMatchObject({ moves: [], matching: { by: 'stable_ids' } })
    expect(same?.matching.pairs).toContainEqual(['3', '4'])
  })

  it('a category that one run has not is named, and a value that is gone too', async () => {
    const gone = { ...placedRun(two), read: async () => null }
    const found = await compareRuns(placedRun(two), gone)
    expect(found).toMatchObject({
      memberships: [],
      onlyInA: [{ view: 'internal', category: 'all' }],
      onlyInB: [],
      lost: { before: [], after: ['internal_assign_clusters[all]'] },
    })
  })

  it('the cells of the from-to matrix are the stores of both runs, each once', async () => {
    const placing = fc.dictionary(
      fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
      fc.integer({ min: 1, max: 4 }),
      { noNullPrototype: true },
    )
    await fc.assert(
      fc.asyncProperty(placing, placing, async (before, after) => {
        const found = await membershipOf(before, after)
        const common = Object.keys(before).filter((store) => Object.hasOwn(after, store))
        expect(found.counts.flat().reduce((sum, count) => sum + count, 0)).toBe(common.length)
        const diagonal = found.matching.pairs.reduce((sum, [from, to]) => {
          const r = found.rows.findIndex(({ id }) => id === from)
          const c = found.columns.findIndex(({ id }) => id === to)
          return sum + (found.counts[r]?.[c] ?? Number.NaN)
        }, 0)
        expect(found.moves).toHaveLength(common.length - diagonal)
        const sizes = found.rows.reduce((sum, { size }) => sum + size, 0)
        expect(sizes).toBe(Object.keys(before).length)
      }),
    )
  })
})

const check = (passed: boolean): CheckRecord => ({
  name: 'clear_split',
  description: 'It is clear.',
  severity: 'warn',
  blocking: false,
  passed,
  metadata: {},
})

const file = (change: Partial<RunRecord['inputs'][number]> = {}): RunRecord['inputs'][number] => ({
  role: 'external',
  name: 'market.csv',
  digest: 'aaaa',
  size: 10,
  columns: { store: 'id', product: null, category: null, value: null, group: null },
  ...change,
})

const readOptions = (delimiter: string): ReadOptions => ({
  format: 'text',
  isGzip: false,
  sheet: null,
  encoding: 'utf-8',
  delimiter,
  quote: '"',
  skipLines: 0,
  hasHeader: true,
  headerRows: 1,
  endLine: null,
  nullTokens: [],
  numberFormats: [],
  types: [],
})

describe('what differs between two runs', () => {
  const compare = (before: Partial<RunRecord>, after: Partial<RunRecord>) =>
    compareRuns(placedRun(two, before), placedRun(two, after))

  it('settings are compared as they are resolved, section by section where those differ', async () => {
    const { settings } = await compare(
      { configuration: { ...emptyConfiguration, job_params: { k_rule: 'silhouette' } } },
      {
        configuration: {
          ...emptyConfiguration,
          job_params: { n_init: 20, min_cluster_size: 9 },
          external: { max_clusters: 5 },
        },
      },
    )
    const words = settings.differing.map(({ name, where, before, after }) =>
      [name, where, before, after].join(' '),
    )
    expect(words.toSorted()).toEqual([
      'max_clusters external 10 5',
      'min_cluster_size merging 20 9',
      'n_init all 10 20',
    ])
  })

  it('files are paired by name, then by content, and a lone file of a role with the other', async () => {
    const kinds = async (before: readonly RunRecord['inputs'][number][], after: typeof before) =>
      (await compare({ inputs: before }, { inputs: after })).inputs.all.map(({ change }) => change)
    const old = file()
    expect(await kinds([old], [file()])).toEqual(['same'])
    expect(await kinds([old], [file({ digest: 'bbbb' })])).toEqual(['changed'])
    expect(await kinds([old], [file({ name: 'new.csv', digest: 'bbbb' })])).toEqual(['changed'])
    expect(await kinds([old], [file({ name: 'new.csv' })])).toEqual(['renamed'])
    expect(await kinds([old], [old, file({ name: 'b', digest: 'b' })])).toEqual(['same', 'added'])
    expect(await kinds([old], [])).toEqual(['removed'])
    const columns = { ...file().columns, store: 'nr' }
    expect(await kinds([old], [file({ columns })])).toEqual(['read_otherwise'])
  })

  it('a file that was read another way differs though the record of the file does not', async () => {
    const made = (sources: string) => [
      madeRecord('external_features_data', null, {
        madeFrom: { params: 'p', sources, deps: 'd' },
      }),
    ]
    const found = await compare(
      { inputs: [file()], assets: made('one') },
      { inputs: [file()], assets: made('other') },
    )
    expect(found.inputs.differing).toMatchObject([{ change: 'read_otherwise' }])
  })

  it('of several files of a role, only the one that was read another way differs', async () => {
    const [other, comma] = [file({ name: 'rent.csv', digest: 'bbbb' }), readOptions(',')]
    const found = await compare(
      { inputs: [file({ options: comma }), other] },
      { inputs: [file({ options: readOptions(';') }), other] },
    )
    expect(found.inputs.all.map(({ change }) => change)).toEqual(['read_otherwise', 'same'])
  })

  it('code versions and checks that turned are told, and nothing that stayed', async () => {
    const record = (codeVersion: string, passed: boolean) =>
      madeRecord('internal_cluster_metrics', 'all', { codeVersion, checks: [check(passed)] })
    const found = await compare({ assets: [record('1', true)] }, { assets: [record('2', false)] })
    expect(found.code.differing).toEqual([
      { key: 'internal_cluster_metrics', before: '1', after: '2' },
    ])
    expect(found.checks.differing).toMatchObject([
      {
        asset: 'internal_cluster_metrics[all]',
        before: { passed: true },
        after: { passed: false },
      },
    ])
    const absent = await compare({ assets: [] }, { assets: [record('2', true)] })
    expect([absent.code.differing, absent.checks.differing]).toEqual([[], []])
  })

  it('environment, baseline and overrides have a before and an after', async () => {
    const entry = {
      kind: 'exclude',
      stores: ['s1'],
      branch: 'internal',
      category: 'all',
      id: 'o1',
      time: '2026-01-01T00:00:00Z',
      author: 'Ann',
      reason: 'closed',
    } as const
    const found = await compare(
      { environment: 'dev' },
      {
        environment: 'prod',
        baseline: { runId: 'x', seq: 4 },
        configuration: { ...emptyConfiguration, overrides: [entry] },
      },
    )
    expect(found.environment).toEqual({ before: 'dev', after: 'prod' })
    expect(found.baseline).toEqual({ before: null, after: 4 })
    expect(found.overrides).toEqual({ nBefore: 0, nAfter: 1, added: [entry], gone: [] })
  })
})

describe('cluster_moves.csv', () => {
  it('has a row a move, sorted by store, and no reason before one was tested', async () => {
    const after = placedRun({ s1: 1, s2: 1, s3: 2, s4: 2, s5: 2 })
    const file = movesCsv(await compareRuns(placedRun(two), after), null)
    expect(file.columns.join()).toBe(
      'store_nbr,category,branch,from,to,reason,distance_before,distance_after,sales',
    )
    expect(file.rows).toEqual([['s3', 'all', 'internal', '1', '2', null, 1, 1, null]])
  })

  it('no reason is written for a place that nobody asked about, nor one that is a guess', async () => {
    const comparison = await compareRuns(placedRun(two), placedRun({ ...two, s3: 2 }))
    const thing = { kind: 'baseline', before: null, after: 1 } as const
    const tested = { thing, isTested: false, note: 'gone', nMoves: 0 }
    const place = { view: 'internal', category: 'all', reasons: new Map() } as const
    const reasonIn = (memberships: readonly (typeof place)[], things = [tested]) =>
      movesCsv(comparison, { things, memberships }).rows[0]?.[5]
    expect(reasonIn([])).toBeNull()
    expect(reasonIn([place])).toBe('not found (baseline not tested)')
    expect(reasonIn([place], [])).toBe('several at once')
  })
})
