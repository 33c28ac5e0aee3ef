import { beforeEach, describe, expect, it } from 'vitest'
import { emptyConfiguration } from '../../config/configuration'
import { baselineOf } from '../baseline-of'
import type { RunRecord, Source } from '../contract'
import { sourcesOf } from '../testing/run-here'
import { compareRuns } from './compare-runs'
import { explainMoves } from './explain-moves'
import { planExplanation, type TrialRequest } from './explanation-plan'
import { movesCsv } from './moves-csv'
import type { RunSide } from './run-side'
import { createEngine } from '../testing/engine'

/** Two groups, at 0 and at 10 in every column; store X is where the test puts it. */
async function fileWith(x: string, others: { readonly b?: number } = {}) {
  const { b = 10 } = others
  const jitter = [0.13, -0.11, 0.07, -0.05, 0.02]
  const rows = [0, b].flatMap((at, group) =>
    jitter.map((noise, i) => [`${'AB'[group]}${i}`, at + noise, at - noise].join(',')),
  )
  const text = ['store,f1,f2', ...rows, `X,${x}`, ''].join('\n')
  const [source] = await sourcesOf([{ name: 'metrics.csv', text, role: 'store_metrics' }])
  if (source === undefined) throw new Error('The file was not read.')
  return source
}

/** Nothing between the cells and the distances. */
const plain = {
  missing_means: 'unknown',
  as_shares: false,
  max_correlation: null,
  min_association: null,
  transform: 'none',
  normalize: false,
  outlier_detection: false,
  pca_active: false,
  k_rule: 'fixed',
  n_clusters: 2,
}

let engine = createEngine()
beforeEach(() => {
  engine = createEngine()
})

async function explain(a: RunSide, b: RunSide, sources: readonly Source[]) {
  const comparison = await compareRuns(a, b)
  const runs = [a.run, b.run]
  const plan = planExplanation(comparison, {
    sources,
    baselineOf: ({ baseline }) => {
      const run = runs.find(({ id }) => id === baseline?.runId)
      return run === undefined ? null : baselineOf(run)
    },
  })
  const requests: TrialRequest[] = []
  const reports: string[] = []
  const trial = async (request: TrialRequest): Promise<RunRecord> => {
    requests.push(request)
    return engine.trial(request)
  }
  const report = (nDone: number, nTrials: number) => void reports.push(`${nDone}/${nTrials}`)
  const explanation = await explainMoves(plan, { a, b, trial, read: engine.read, report })
  if (explanation === null) throw new Error('It was canceled.')
  const { rows } = movesCsv(comparison, explanation)
  const reasons = rows.map(([store, , , , , reason]) => `${store}: ${reason}`)
  return { comparison, plan, explanation, requests, reports, reasons }
}

describe('why a store moved, found by putting one thing back at a time', () => {
  it('names the one setting of two that moved it', async () => {
    const file = await fileWith('4,10')
    const a = await engine.run([file], { ...plain, ignore_features: ['f2'] })
    const b = await engine.run([file], { ...plain, n_init: 12 })
    const { reasons, explanation, plan, requests, reports } = await explain(a, b, [file])
    expect(reasons).toEqual(['X: ignore_features'])
    expect([plan.nTrials, requests.length, reports]).toEqual([2, 2, ['1/2', '2/2']])
    expect(
      explanation.things.map(({ isTested, nMoves, note }) => [isTested, nMoves, note]),
    ).toEqual([
      [true, 1, ''],
      [true, 0, ''],
    ])
  })

  it('keeps no record of a trial', async () => {
    const file = await fileWith('4,10')
    const a = await engine.run([file], { ...plain, ignore_features: ['f2'] })
    const b = await engine.run([file], { ...plain, n_init: 12 })
    await explain(a, b, [file])
    expect((await engine.runs.list()).map(({ id }) => id)).toEqual([b.run.id, a.run.id])
  })

  it('needs no trial where a single thing differs: put back, the run is the earlier one', async () => {
    const file = await fileWith('4,10')
    const a = await engine.run([file], { ...plain, ignore_features: ['f2'] })
    const b = await engine.run([file], plain)
    const { plan, reasons } = await explain(a, b, [])
    expect(plan.nTrials).toBe(0)
    expect(reasons).toEqual(['X: ignore_features'])
  })

  it('tells a store whose own row changed from one whose centres moved away', async () => {
    const [before, own] = [await fileWith('4,4'), await fileWith('9,9')]
    const a = await engine.run([before], plain)
    const moved = await engine.run([own], plain)
    expect((await explain(a, moved, [])).reasons).toEqual(['X: metrics.csv, own data'])
    const nearer = await engine.run([await fileWith('4,4', { b: 7 })], plain)
    expect((await explain(a, nearer, [])).reasons).toEqual(['X: metrics.csv, centre drift'])
  })

  it('tests a file by a trial where a setting differs too', async () => {
    const [before, after] = [await fileWith('4,4'), await fileWith('9,9')]
    const a = await engine.run([before], plain)
    const b = await engine.run([after], { ...plain, n_init: 12 })
    const { reasons, plan } = await explain(a, b, [before, after])
    expect(plan.nTrials).toBe(2)
    expect(reasons).toEqual(['X: metrics.csv, own data'])
  })

  it('says several at once where each of two things would have moved the store alone', async () => {
    const [before, after] = [await fileWith('1,10'), await fileWith('9,10')]
    const a = await engine.run([before], { ...plain, ignore_features: ['f2'] })
    const b = await engine.run([after], { ...plain, ignore_features: ['f1'] })
    const { reasons, explanation } = await explain(a, b, [before, after])
    expect(reasons).toEqual(['X: several at once'])
    expect(explanation.things.every(({ isTested }) => isTested)).toBe(true)
  })

  it('says which file is gone, and still tests the own row under the earlier model', async () => {
    const [before, after] = [await fileWith('1,1'), await fileWith('9,9')]
    const a = await engine.run([before], plain)
    const b = await engine.run([after], { ...plain, n_init: 12 })
    const { reasons, explanation, plan } = await explain(a, b, [after])
    expect(plan.nTrials).toBe(1)
    expect(reasons).toEqual(['X: metrics.csv, own data'])
    const file = explanation.things.find(({ thing }) => thing.kind === 'input')
    expect(file).toMatchObject({
      isTested: false,
      note: expect.stringMatching(/metrics\.csv .*not at hand/),
    })
  })

  it('tests nothing where the later run cannot be repeated', async () => {
    const file = await fileWith('4,10')
    const a = await engine.run([file], { ...plain, ignore_features: ['f2'] })
    const b = await engine.run([file], { ...plain, n_init: 12 })
    const { plan, reasons, explanation } = await explain(a, b, [])
    expect(plan.nTrials).toBe(0)
    expect(reasons).toEqual(['X: not found (ignore_features and n_init not tested)'])
    for (const { note } of explanation.things)
      expect(note).toMatch(/cannot be repeated without metrics/)
  })

  it('says why a setting cannot stand alone in the later run', async () => {
    const file = await fileWith('4,10')
    const a = await engine.run([file], {
      ...plain,
      ignore_features: ['f2'],
      k_rule: 'silhouette',
      n_clusters: null,
    })
    const b = await engine.run([file], plain)
    const { explanation } = await explain(a, b, [file])
    const count = explanation.things.find(
      ({ thing }) => thing.kind === 'setting' && thing.name === 'n_clusters',
    )
    expect(count).toMatchObject({ isTested: false, note: expect.stringMatching(/no n_clusters/) })
  })

  it('takes a run that carries the ids of the earlier one on for no cause', async () => {
    const file = await fileWith('4,10')
    const a = await engine.run([file], { ...plain, ignore_features: ['f2'] })
    const carried = { baseline: baselineOf(a.run) }
    const b = await engine.run([file], { ...plain, n_init: 12 }, carried)
    const { comparison, plan, reasons, requests } = await explain(a, b, [file])
    expect(comparison.memberships[0]?.matching.by).toBe('stable_ids')
    expect([plan.nTrials, reasons]).toEqual([2, ['X: ignore_features']])
    expect(requests.map(({ baseline }) => baseline?.runId)).toEqual([a.run.id, a.run.id])
  })

  it('tests merged clusters too', async () => {
    const market = Array.from({ length: 5 }, (_, i) =>
      ['A', 'B'].map((group) => `${group}${i},${i % 2 === 0 ? 1.5 : 9.5},${i % 2}.2${i}`),
    )
    const text = ['store,income,density', ...market.flat(), ''].join('\n')
    const [external] = await sourcesOf([{ name: 'market.csv', text, role: 'external' }])
    if (external === undefined) throw new Error('The file was not read.')
    const files = [await fileWith('1,1'), external]
    const all = { selection: 'full_pipeline_job' }
    const a = await engine.run(files, { ...plain, min_cluster_size: 1 }, all)
    const b = await engine.run(files, { ...plain, min_cluster_size: 3, n_init: 12 }, all)
    const { comparison, reasons } = await explain(a, b, files)
    const moved = comparison.memberships.filter(({ moves }) => moves.length > 0)
    expect(moved.map(({ view, shareMoved }) => [view, shareMoved])).toEqual([['merged', 0.4]])
    expect(reasons).toEqual(['A1', 'A3', 'B1', 'B3'].map((store) => `${store}: min_cluster_size`))
  })

  it('knows carried ids in a trial of merged clusters: the order of rows is no reason', async () => {
    const corners = ['0,0', '0,0.1', '3,0', '3,0.1', '0,3', '0.1,3']
    const rows = corners.map((at, i) => `A${i},${at}`)
    rows.push(...corners.map((_, i) => `B${i},90,9${i / 10}`))
    const market = rows.map((row, i) => `${row.slice(0, 2)},${(i % 2) * 9 + 1.5},${i % 2}.2${i}`)
    const files = [rows, rows.toReversed()].map((order) => [
      { name: 'metrics.csv', text: ['store,f1,f2', ...order, ''].join('\n') },
      { name: 'market.csv', text: ['store,income,density', ...market, ''].join('\n') },
    ])
    const roles = ['store_metrics', 'external'] as const
    const [before = [], after = []] = await Promise.all(
      files.map((both) => sourcesOf(both.map((file, i) => ({ ...file, role: roles[i] })))),
    )
    const settings = { ...plain, min_cluster_size: 1 }
    const all = { selection: 'full_pipeline_job' }
    const a = await engine.run(before, settings, all)
    const carried = { ...all, baseline: baselineOf(a.run) }
    const internal = { n_clusters: 4 }
    const configuration = { ...emptyConfiguration, job_params: settings, internal }
    const b = await engine.run(after, settings, { ...carried, configuration })
    const { comparison, reasons } = await explain(a, b, [...before, ...after])
    expect(comparison.memberships.map(({ matching }) => matching.by)).toEqual(
      Array(3).fill('stable_ids'),
    )
    expect(reasons.length).toBeGreaterThan(0)
    expect(new Set(reasons.map((reason) => reason.split(': ')[1]))).toEqual(new Set(['n_clusters']))
  })

  it('code cannot be put back, and is the reason where nothing else differs', async () => {
    const file = await fileWith('4,10')
    const a = await engine.run([file], { ...plain, ignore_features: ['f2'] })
    const b = await engine.run([file], plain)
    const assets = a.run.assets.map((asset) => ({ ...asset, codeVersion: 'older' }))
    const older = { ...a, run: { ...a.run, assets, configuration: b.run.configuration } }
    expect((await explain(older, b, [file])).reasons).toEqual(['X: code version'])
    const both = { ...older, run: { ...older.run, configuration: a.run.configuration } }
    const { explanation } = await explain(both, b, [file])
    const code = explanation.things.find(({ thing }) => thing.kind === 'code')
    expect(code).toMatchObject({ isTested: false, nMoves: 0 })
  })

  it('a trial that places no store is no test', async () => {
    const file = await fileWith('4,10')
    const a = await engine.run([file], { ...plain, ignore_features: ['f2'] })
    const b = await engine.run([file], { ...plain, n_init: 12 })
    const plan = planExplanation(await compareRuns(a, b), {
      sources: [file],
      baselineOf: () => null,
    })
    const error = { code: 'defect', message: 'It broke.', path: '', hint: '' }
    const table = a.run.assets.filter(({ key }) => key === 'internal_store_metrics')
    const trial = async () => ({ ...b.run, assets: table, errors: [error] })
    const ports = { a, b, trial, read: engine.read, report: () => undefined }
    const explanation = await explainMoves(plan, ports)
    expect(table).toHaveLength(1)
    expect(explanation?.things).toMatchObject([
      { isTested: false, note: 'It broke.', nMoves: 0 },
      { isTested: false, note: 'It broke.', nMoves: 0 },
    ])
  })

  it('ends without an answer when a trial is canceled', async () => {
    const file = await fileWith('4,10')
    const a = await engine.run([file], { ...plain, ignore_features: ['f2'] })
    const b = await engine.run([file], { ...plain, n_init: 12 })
    const plan = planExplanation(await compareRuns(a, b), {
      sources: [file],
      baselineOf: () => null,
    })
    const trial = async () => ({ ...b.run, status: 'canceled' as const })
    const ports = { a, b, trial, read: engine.read, report: () => undefined }
    expect(await explainMoves(plan, ports)).toBeNull()
  })

  it('asks nothing where no store moved', async () => {
    const file = await fileWith('1,1')
    const a = await engine.run([file], plain)
    const b = await engine.run([file], { ...plain, n_init: 12, tol: 0.01 })
    const { plan, explanation } = await explain(a, b, [file])
    expect([plan.nTrials, explanation.things]).toEqual([0, []])
  })
})
