import { describe, expect, test } from 'vitest'
import { allParams } from '../config/params-for'
import { emptyConfiguration } from '../config/configuration'
import { createHasher } from '../files/digest'
import { addressOf } from './address'
import type { AssetRecord, RunRequest } from './contract'
import { type History, historyOf } from './history'
import type { PlannedAsset } from './plan'
import { planAll, planRun } from './plan-run'
import { rootCausesOf } from './root-causes'
import { toySpecs } from './testing/toy-assets'
import { toyRequest, toySource } from './testing/toy-run'
import { madeFromOf } from './version'
import { withDownstream } from './asset-pairs'

const hash = await createHasher()

function planned(request: Pick<RunRequest, 'sources' | 'configuration'>, earlier?: Earlier) {
  const { knownVersions = new Set<string>(), history, specs } = earlier ?? {}
  const plan = planAll(request, { knownVersions, hash, ...(history && { history }), specs })
  if (!plan.ok) throw new Error(plan.failure.message)
  return plan.all
}

type Earlier = {
  readonly knownVersions?: ReadonlySet<string>
  readonly history?: History
  readonly specs?: typeof toySpecs | undefined
}

/** Records of what was planned, as if it had been made. */
function recordsOf(all: readonly PlannedAsset[]): readonly AssetRecord[] {
  return all.map((asset) => ({
    key: asset.key,
    partition: asset.partition,
    codeVersion: asset.spec.codeVersion,
    dataVersion: asset.dataVersion,
    status: 'success',
    cached: false,
    ms: 1,
    rows: 1,
    checks: [],
    failure: null,
    madeFrom: madeFromOf(asset.ingredients, hash),
  }))
}

/** As if everything planned had been made in one run. */
function madeOf(
  all: readonly PlannedAsset[],
): Required<Pick<Earlier, 'knownVersions' | 'history'>> {
  const run = { configuration: emptyConfiguration, inputs: [], assets: recordsOf(all) }
  const knownVersions = new Set(all.map((one) => addressOf(one, one.dataVersion)))
  return { history: historyOf([run]), knownVersions }
}

const changed = (job_params: Record<string, unknown>) => ({ ...emptyConfiguration, job_params })

describe('a plan of the toy graph', () => {
  const request = toyRequest()
  const specs = toySpecs

  test('counts (asset, partition) pairs, upstream first', () => {
    expect(planned(request, { specs }).map(({ id }) => id)).toEqual([
      'toy_read',
      'toy_features[A]',
      'toy_features[BB]',
      'toy_features[CCC]',
      'toy_model[A]',
      'toy_model[BB]',
      'toy_model[CCC]',
      'toy_report',
    ])
  })

  test('everything is missing at first, without causes', () => {
    for (const asset of planned(request, { specs }))
      expect(asset).toMatchObject({ status: 'missing', causes: [] })
  })

  test('everything is fresh when nothing changed', () => {
    const earlier = { ...madeOf(planned(request, { specs })), specs }
    for (const asset of planned(request, earlier))
      expect(asset).toMatchObject({ status: 'fresh', causes: [] })
  })

  test('a parameter makes its readers and what is downstream stale, and says which is which', () => {
    const earlier = { ...madeOf(planned(request, { specs })), specs }
    const next = planned({ ...request, configuration: changed({ toy_factor: 5 }) }, earlier)
    const told = next.map(({ id, status, causes }) => [
      id,
      status,
      ...causes.map(({ kind }) => kind),
    ])
    expect(told).toEqual([
      ['toy_read', 'fresh'],
      ['toy_features[A]', 'fresh'],
      ['toy_features[BB]', 'fresh'],
      ['toy_features[CCC]', 'fresh'],
      ['toy_model[A]', 'stale', 'params'],
      ['toy_model[BB]', 'stale', 'params'],
      ['toy_model[CCC]', 'stale', 'params'],
      ['toy_report', 'stale', 'dependencies'],
    ])
  })

  test('the cause is still named after a run that made anew only what changed first', () => {
    const all = planned(request, { specs })
    const configuration = changed({ toy_factor: 5 })
    const next = planned({ ...request, configuration }, { specs })
    const first = { configuration: emptyConfiguration, inputs: [], assets: recordsOf(all) }
    const models = recordsOf(next).filter(({ key }) => key === 'toy_model')
    const history = historyOf([{ configuration, inputs: [], assets: models }, first])
    const report = planned({ ...request, configuration }, { history, specs }).at(-1)
    expect(report && rootCausesOf(report)).toContainEqual({
      id: 'toy_model[A]',
      cause: { kind: 'params', name: 'toy_factor', before: 2, after: 5 },
      path: ['toy_model[A]', 'toy_report'],
    })
  })

  test('another file makes its reader stale by its data, and the rest by their dependencies', () => {
    const earlier = { ...madeOf(planned(request, { specs })), specs }
    const source = toySource(['A', 'BB', 'CCC'])
    const sources = [{ ...source, profile: { ...source.profile, digest: 'other' } }]
    const [read, ...rest] = planned({ ...request, sources }, earlier)
    expect(read?.causes.map(({ kind }) => kind)).toEqual(['data'])
    for (const asset of rest) expect(asset.causes.map(({ kind }) => kind)).toEqual(['dependencies'])
  })

  test('a new code version is the cause "code"', () => {
    const earlier = madeOf(planned(request, { specs }))
    const newer = specs.map((spec) =>
      spec.key === 'toy_report' ? { ...spec, codeVersion: '2' } : spec,
    )
    const report = planned(request, { ...earlier, specs: newer }).at(-1)
    expect(report).toMatchObject({ status: 'stale', causes: [{ kind: 'code' }] })
  })

  test('a value that was removed is missing, not stale', () => {
    const { history } = madeOf(planned(request, { specs }))
    const [read] = planned(request, { history, specs })
    expect(read).toMatchObject({ status: 'missing', causes: [] })
  })

  test('a selection takes along what is missing above it, and leaves out what is fresh', () => {
    const all = planned(request, { specs })
    const before = new Set(all.slice(0, 3).map((one) => addressOf(one, one.dataVersion)))
    const plan = planRun(
      { ...request, selection: 'toy_model' },
      { knownVersions: before, hash, specs },
    )
    expect(plan.ok && plan.inRun.map(({ id }) => id)).toEqual([
      'toy_features[CCC]',
      'toy_model[A]',
      'toy_model[BB]',
      'toy_model[CCC]',
    ])
    expect(plan.ok && plan.nToRun).toBe(4)
  })

  test('two files of one role, where one is read, are refused', () => {
    const sources = [toySource(['A']), toySource(['A'], { id: 'b', name: 'b.csv' })]
    const plan = planRun({ ...request, sources }, { knownVersions: new Set(), hash, specs })
    expect(!plan.ok && plan.failure.code).toBe('two_files_one_role')
  })
})

describe('a plan of the real graph', () => {
  const external = toySource(null, { role: 'external', id: 'x', name: 'x.csv' })
  const request = { sources: [toySource(['A', 'B']), external], configuration: emptyConfiguration }
  const all = planned(request)
  const earlier = madeOf(all)
  const others: Readonly<Record<string, unknown>> = {
    max_clusters: 7,
    min_cluster_size: 3,
    session_id: 1,
    max_correlation: 0.5,
    norm_method: 'robust',
    pca_components: 0.5,
    transform: 'none',
    missing_means: 'zero',
  }

  test.each(Object.entries(others))(
    '%s makes exactly its readers and downstream stale',
    (name, value) => {
      const readers = new Set(
        allParams()
          .get(name)
          ?.specs.map(({ key }) => key),
      )
      const direct = all.filter(({ key }) => readers.has(key)).map(({ id }) => id)
      const expected = withDownstream(direct, all)
      const next = planned({ ...request, configuration: changed({ [name]: value }) }, earlier)
      const stale = next.filter(({ status }) => status === 'stale').map(({ id }) => id)
      expect(direct.length).toBeGreaterThan(0)
      expect(stale.length).toBeLessThan(all.length)
      expect(new Set(stale)).toEqual(expected)
      for (const asset of next.filter(({ key }) => readers.has(key)))
        expect(asset.causes.map(({ kind }) => kind)).toContain('params')
    },
  )

  test('the order in which files were added changes nothing', () => {
    const market = [1, 2, 3].map((i) =>
      toySource(null, { role: 'external', id: `x${i}`, name: `x${i}.csv` }),
    )
    const sources = [toySource(['A']), ...market]
    expect(
      planned({ ...request, sources: sources.toReversed() }).map((a) => a.dataVersion),
    ).toEqual(planned({ ...request, sources }).map((a) => a.dataVersion))
  })

  test('a branch override reaches its own branch only', () => {
    const configuration = { ...emptyConfiguration, external: { max_clusters: 5 } }
    const next = planned({ ...request, configuration }, earlier)
    const stale = next.filter(({ status }) => status === 'stale')
    expect(stale.some(({ key }) => key === 'external_optimal_cluster_counts')).toBe(true)
    expect(stale.some(({ key }) => key.startsWith('internal_'))).toBe(false)
  })
})
