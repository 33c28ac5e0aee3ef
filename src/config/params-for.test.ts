import { describe, expect, it } from 'vitest'
import { specs } from '../assets/specs'
import { type Configuration, emptyConfiguration, presetNames, sections } from './configuration'
import { allParams, graphParamsOf, paramsFor, resolveParam } from './params-for'
import { presetOf } from './presets'
import { validateSetting } from './validate-setting'

function specNamed(key: string) {
  const spec = specs.find((candidate) => candidate.key === key)
  if (spec === undefined) throw new Error(`no spec ${key}`)
  return spec
}

const counts = specNamed('external_optimal_cluster_counts')

function configured(part: Partial<Configuration>): Configuration {
  return { ...emptyConfiguration, ...part }
}

describe('paramsFor(spec, configuration)', () => {
  it('gives exactly the parameters that the spec reads, with their defaults', () => {
    for (const spec of specs)
      expect(Object.keys(paramsFor(spec, emptyConfiguration))).toEqual(Object.keys(spec.params))
    expect(paramsFor(counts, emptyConfiguration)).toMatchObject({
      min_clusters: 2,
      max_clusters: 10,
      k_rule: 'silhouette',
      session_id: 42,
    })
  })

  it('lets each layer win over the one below', () => {
    const max = (part: Partial<Configuration>) =>
      paramsFor(counts, configured(part))['max_clusters']
    expect(max({})).toBe(10)
    expect(max({ preset: 'production-scripts' })).toBe(15)
    expect(max({ preset: 'production-scripts', job_params: { max_clusters: 8 } })).toBe(8)
    expect(max({ job_params: { max_clusters: 8 }, external: { max_clusters: 9 } })).toBe(9)
    expect(max({ internal: { max_clusters: 3 } })).toBe(10)
  })

  it('keeps a null that switches a limit off', () => {
    const filtered = specNamed('internal_filtered_features')
    const values = paramsFor(filtered, configured({ job_params: { max_correlation: null } }))
    expect(values['max_correlation']).toBeNull()
  })

  it('reads the merging section for the assets that merge', () => {
    const reassignment = specNamed('cluster_reassignment')
    const values = paramsFor(reassignment, configured({ merging: { min_cluster_size: 5 } }))
    expect(values['min_cluster_size']).toBe(5)
  })

  it('says which layer a value comes from', () => {
    const known = allParams().get('max_clusters')
    if (known === undefined) throw new Error('max_clusters is gone')
    const from = (part: Partial<Configuration>) =>
      resolveParam(known, 'internal', configured(part)).from
    expect(from({})).toBe('default')
    expect(from({ job_params: { max_clusters: 4 } })).toBe('job_params')
    expect(from({ internal: { max_clusters: 4 } })).toBe('internal')
    expect(resolveParam(known, 'external', configured({ preset: 'production-scripts' })).from).toBe(
      'preset',
    )
  })
})

describe('allParams()', () => {
  it('holds one meaning per name: the same words and default in every spec that reads it', () => {
    for (const { name, param, specs: readers } of allParams().values())
      for (const reader of readers) {
        const { label, help, expects, default: value } = reader.params[name]
        expect({ label, help, expects, value }).toEqual({
          label: param.label,
          help: param.help,
          expects: param.expects,
          value: param.default,
        })
      }
  })

  it('accepts every default of its own', () => {
    for (const { name, param } of allParams().values())
      expect(validateSetting('job_params', name, param.default)).toEqual({
        ok: true,
        value: param.default,
      })
  })

  it('holds the parameters that shape the graph', () => {
    const shape = { external_scope: 'global', categories: 'all', feature_selection: 'none' }
    expect(graphParamsOf(emptyConfiguration)).toEqual(shape)
    const external = { feature_selection: 'supervised' }
    expect(graphParamsOf({ ...emptyConfiguration, external })).toEqual({ ...shape, ...external })
    expect(allParams().get('external_scope')?.specs).toEqual([])
  })
})

describe('presetOf(name)', () => {
  it('sets only what exists, is allowed there and differs', () => {
    for (const preset of presetNames)
      for (const section of sections)
        for (const [name, value] of Object.entries(presetOf(preset)[section])) {
          expect(validateSetting(section, name, value)).toEqual({ ok: true, value })
          expect(value).not.toEqual(allParams().get(name)?.param.default)
        }
  })

  it('takes no choice as the recommended one', () => {
    expect(presetOf(null)).toBe(presetOf('recommended'))
  })
})
