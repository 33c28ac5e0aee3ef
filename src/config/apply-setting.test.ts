import { describe, expect, it } from 'vitest'
import type { Role } from '../assets/source'
import { applySetting, applySettings } from './apply-setting'
import { type Configuration, emptyConfiguration } from './configuration'
import { findContradictions } from './contradictions'
import { applyEnvironment, layEnvironment } from './environments'

function after(text: string, configuration: Configuration = emptyConfiguration): Configuration {
  const applied = applySetting(configuration, text)
  if (!applied.ok) throw new Error(JSON.stringify(applied.faults))
  return applied.value
}

function faultOf(text: string) {
  const applied = applySetting(emptyConfiguration, text)
  return applied.ok ? null : applied.faults[0]
}

describe('applySetting(configuration, text)', () => {
  it('refuses a value that YAML takes for an alias, and says how to write it', () => {
    expect(faultOf('ignore_features=*income')).toMatchObject({
      code: 'unreadable_yaml',
      path: 'ignore_features',
      hint: 'Put a text that begins with * in quotes.',
    })
    expect(after('ignore_features="*income"').job_params).toEqual({ ignore_features: ['*income'] })
  })

  it('sets a parameter by its unique name, over every section', () => {
    const before = { ...emptyConfiguration, external: { max_clusters: 7, min_clusters: 3 } }
    const set = after('max_clusters=12', before)
    expect(set.job_params).toEqual({ max_clusters: 12 })
    expect(set.external).toEqual({ min_clusters: 3 })
  })

  it('sets a parameter of one section by its path', () => {
    expect(after('external.max_clusters=12').external).toEqual({ max_clusters: 12 })
    expect(after('merging.block_weight=null').merging).toEqual({ block_weight: null })
  })

  it('reads the value as YAML: numbers, truth, lists, maps, null', () => {
    expect(after('pca_active=false').job_params).toEqual({ pca_active: false })
    expect(after('max_correlation=null').job_params).toEqual({ max_correlation: null })
    expect(after('block_weight=[0.2, 0.8]').job_params).toEqual({ block_weight: [0.2, 0.8] })
    expect(after('feature_weights={A: 30}').job_params).toEqual({ feature_weights: { A: 30 } })
    expect(after('external.feature_weights.Sales p.a.=30').external).toEqual({
      feature_weights: { 'Sales p.a.': 30 },
    })
  })

  it('keeps store ids and names as they were written', () => {
    expect(after('exclude_stores=[00123, 1E5]').job_params).toEqual({
      exclude_stores: ['00123', '1E5'],
    })
    expect(after('exclude_stores=203').job_params).toEqual({ exclude_stores: ['203'] })
    expect(after('categories=Snacks').job_params).toEqual({ categories: ['Snacks'] })
    expect(after('categories=all').job_params).toEqual({ categories: 'all' })
  })

  it('sets the preset and a part of a reader', () => {
    expect(after('preset=python-package').preset).toBe('python-package')
    const reader = { name: 'a', role: 'sales', path: 'x.csv', options: {}, columns: {} } as const
    const set = after('readers.a.config.path=y.csv', { ...emptyConfiguration, readers: [reader] })
    expect(set.readers[0]?.path).toBe('y.csv')
  })

  it('answers a wrong key, a wrong value and no setting at all with the next step', () => {
    expect(faultOf('max_clusterz=3')).toMatchObject({
      code: 'unknown_key',
      hint: 'Did you mean "max_clusters"?',
    })
    expect(faultOf('external.max_clusterz=3')).toMatchObject({ path: 'external.max_clusterz' })
    expect(faultOf('max_clusters=many')).toMatchObject({
      code: 'invalid_value',
      path: 'max_clusters',
    })
    expect(faultOf('max_clusters=')).toMatchObject({ code: 'invalid_value' })
    expect(faultOf('max_clusters')).toMatchObject({ code: 'invalid_setting' })
    expect(faultOf('max_clusters=[')).toMatchObject({
      code: 'unreadable_yaml',
      path: 'max_clusters',
    })
  })

  it.each(['feature_weights=[1, 2]', 'feature_weights={A: -3}'])('refuses %s', (setting) => {
    const applied = applySettings(emptyConfiguration, [setting])
    expect(applied.ok ? [] : applied.faults).toMatchObject([
      { path: 'feature_weights', message: expect.stringContaining('from 0 to 100') },
    ])
  })

  it('takes -0 as 0', () => {
    expect(after('min_value=-0').job_params).toEqual({ min_value: 0 })
  })
})

describe('applySettings(configuration, texts)', () => {
  it('lets the later of two settings win and lists the faults of all', () => {
    const applied = applySettings(emptyConfiguration, ['n_init=1', 'n_init=2'])
    expect(applied.ok && applied.value.job_params).toEqual({ n_init: 2 })
    const failed = applySettings(emptyConfiguration, ['a=1', 'n_init=2', 'n_init=x'])
    expect(failed.ok ? [] : failed.faults).toHaveLength(2)
  })
})

describe('findContradictions(configuration, roles)', () => {
  const contradictionsOf = (configuration: Configuration) =>
    findContradictions(configuration, new Set())

  it('finds a range without a k, per branch', () => {
    const found = contradictionsOf(after('internal.min_clusters=11'))
    expect(found.map(({ path }) => path)).toEqual(['internal.max_clusters'])
    expect(contradictionsOf(emptyConfiguration)).toEqual([])
  })

  it('finds a fixed rule without its count', () => {
    expect(contradictionsOf(after('k_rule=fixed')).map(({ path }) => path)).toEqual([
      'internal.n_clusters',
      'external.n_clusters',
    ])
    expect(contradictionsOf(after('n_clusters=4', after('k_rule=fixed')))).toEqual([])
  })

  it('finds sizes that cross, and sizes that the algorithm cannot keep', () => {
    const crossed = after('internal.size_min=9', after('size_max=8'))
    expect(contradictionsOf(crossed).map(({ path }) => path)).toEqual(['internal.size_min'])
    const unkept = contradictionsOf(after('external.algorithm=gmm', after('size_max=8')))
    expect(unkept).toMatchObject([{ path: 'external.size_max' }])
    expect(unkept[0]?.message).toContain('gmm')
    expect(contradictionsOf(after('size_min=3', after('size_max=8')))).toEqual([])
  })

  it('finds a share of the kernel, unless the data may switch the reduction off', () => {
    const kernel = after('external.pca_method=kernel')
    expect(contradictionsOf(kernel).map(({ path }) => path)).toEqual(['external.pca_components'])
    for (const setting of ['pca_components=3', 'pca_active=false', 'pca_min_features=20'])
      expect(contradictionsOf(after(setting, kernel)), setting).toEqual([])
  })

  it('looks at the branch that the files are of, and at both where there are no files', () => {
    const fixed = after('k_rule=fixed')
    const pathsFor = (...roles: readonly Role[]) =>
      findContradictions(fixed, new Set(roles)).map(({ path }) => path)
    expect(pathsFor('external')).toEqual(['external.n_clusters'])
    expect(pathsFor('sales', 'product_map')).toEqual(['internal.n_clusters'])
    expect(pathsFor('store_metrics')).toEqual(['internal.n_clusters'])
    expect(pathsFor('store_metrics', 'external')).toHaveLength(2)
    expect(pathsFor()).toHaveLength(2)
  })
})

describe('applyEnvironment(configuration, name)', () => {
  const base: Configuration = {
    ...emptyConfiguration,
    job_params: { n_init: 5, max_iter: 100 },
    environments: { prod: { job_params: { n_init: 20 }, internal: { max_clusters: 12 } } },
  }

  it('lays the overlay over the rest, key by key', () => {
    const applied = applyEnvironment(base, 'prod')
    expect(applied.ok && applied.value).toEqual({
      ...base,
      job_params: { n_init: 20, max_iter: 100 },
      internal: { max_clusters: 12 },
    })
  })

  it('is what the browser lays over, where readers do not count', () => {
    const preset = {
      ...base,
      environments: { ...base.environments, dev: { preset: 'python-package' } },
    }
    for (const name of ['prod', 'dev']) {
      const applied = applyEnvironment(preset, name)
      expect(layEnvironment(preset, name)).toEqual(applied.ok && applied.value)
    }
    expect(layEnvironment(base, null)).toEqual(base)
    expect(layEnvironment(base, 'toString')).toEqual(base)
  })

  it('names the environments there are when the name is none of them', () => {
    const near = applyEnvironment(base, 'prood')
    expect(near.ok ? null : near.faults[0]?.hint).toBe('Did you mean "prod"?')
    const none = applyEnvironment(emptyConfiguration, 'toString')
    expect(none.ok ? null : none.faults[0]?.code).toBe('unknown_key')
  })
})
