import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyConfiguration } from '../config/configuration'
import { createHasher } from '../files/digest'
import { addressOf } from './address'
import type { PlannedAsset } from './plan'
import { createPlanMemo } from './plan-memo'
import { planAll, type RunSettings } from './plan-run'
import { toySpecs } from './testing/toy-assets'
import { toyRequest, toySource } from './testing/toy-run'

const hash = await createHasher()

type Settings = Omit<RunSettings, 'selection'>
type Knowledge = Parameters<typeof planAll>[1]

function planned(settings: Settings, change: Partial<Knowledge> = {}): readonly PlannedAsset[] {
  const plan = planAll(settings, { knownVersions: new Set(), hash, specs: toySpecs, ...change })
  if (!plan.ok) throw new Error(plan.failure.message)
  return plan.all
}

/** What a plan may be asked next: any mix of parameters, files, categories, code and baselines. */
const asked = fc.record({
  factor: fc.constantFrom(2, 5),
  limit: fc.constantFrom(3, 4),
  digest: fc.constantFrom('d1', 'd2'),
  categories: fc.subarray(['A', 'BB', 'CCC'], { minLength: 1 }),
  codeVersion: fc.constantFrom('1', '2'),
  baseline: fc.constantFrom(null, 'v1', 'v2'),
})

type Asked = typeof asked extends fc.Arbitrary<infer T> ? T : never

const carrying = (codeVersion: string) =>
  toySpecs.map((spec) =>
    spec.key === 'toy_model' ? { ...spec, codeVersion, carries: true } : spec,
  )
const specsBy = new Map(['1', '2'].map((version) => [version, carrying(version)]))

function settingsOf({ factor, limit, digest, categories, baseline }: Asked): Settings {
  const source = toySource(categories)
  const assets = [{ key: 'toy_model', partition: 'A', dataVersion: baseline ?? '' }]
  return {
    sources: [{ ...source, profile: { ...source.profile, digest } }],
    configuration: {
      ...emptyConfiguration,
      job_params: { toy_factor: factor, toy_limit: limit },
    },
    baseline: baseline === null ? null : { runId: 'r', seq: 1, assets },
  }
}

describe('a plan that takes over what the last one worked out', () => {
  test('answers as one that works out everything, whatever was asked before', () => {
    fc.assert(
      fc.property(fc.array(asked, { minLength: 2, maxLength: 6 }), (questions) => {
        const memo = createPlanMemo()
        for (const question of questions) {
          const specs = specsBy.get(question.codeVersion)
          const settings = settingsOf(question)
          expect(planned(settings, { specs, memo })).toEqual(planned(settings, { specs }))
        }
      }),
    )
  })

  test('hashes nothing anew but what differs', () => {
    const memo = createPlanMemo()
    let nHashed = 0
    const counted = (text: string) => {
      nHashed += 1
      return hash(text)
    }
    const { sources } = toyRequest()
    const withFactor = (toy_factor: number) => ({
      sources,
      configuration: { ...emptyConfiguration, job_params: { toy_factor } },
    })
    planned(withFactor(2), { memo, hash: counted })
    nHashed = 0
    planned(withFactor(2), { memo, hash: counted })
    expect(nHashed).toBe(sources.length)
    nHashed = 0
    const next = planned(withFactor(9), { memo, hash: counted })
    const differing = next.filter(({ key }) => key === 'toy_model' || key === 'toy_report')
    expect(nHashed).toBe(sources.length + differing.length)
  })

  test('weighs two settings in turn without working either out anew', () => {
    const memo = createPlanMemo()
    let nHashed = 0
    const counted = (text: string) => {
      nHashed += 1
      return hash(text)
    }
    const both = [{ toy_factor: 2 }, { toy_limit: 7 }].map((job_params) => ({
      sources: [toySource(['A', 'BB'])],
      configuration: { ...emptyConfiguration, job_params },
    }))
    const first = both.map((settings) => planned(settings, { memo, hash: counted }))
    nHashed = 0
    expect(both.map((settings) => planned(settings, { memo, hash: counted }))).toEqual(first)
    expect(nHashed).toBe(both.length)
  })

  test('does not mind a plan that broke off', () => {
    const memo = createPlanMemo()
    const { sources } = toyRequest()
    const withParams = (job_params: Record<string, unknown>) => ({
      sources,
      configuration: { ...emptyConfiguration, job_params },
    })
    const first = planned(withParams({}), { memo })
    const broken = { toy_limit: 7, toy_factor: Number.NaN }
    expect(() => planned(withParams(broken), { memo })).toThrow('canonical')
    let left = 5
    const dying = (text: string) => {
      if (left-- === 0) throw new Error('no more')
      return hash(text)
    }
    expect(() => planned(withParams({ toy_limit: 7 }), { memo, hash: dying })).toThrow('no more')
    expect(planned(withParams({}), { memo })).toEqual(first)
    expect(planned(withParams({ toy_limit: 7 }), { memo })).toEqual(
      planned(withParams({ toy_limit: 7 })),
    )
  })

  test('sees what was taken out of the cache, and what came back', () => {
    const memo = createPlanMemo()
    const request = toyRequest()
    const all = planned(request, { memo })
    const knownVersions = new Set(all.map((one) => addressOf(one, one.dataVersion)))
    const statuses = (known: ReadonlySet<string>) => [
      ...new Set(planned(request, { memo, knownVersions: known }).map(({ status }) => status)),
    ]
    expect(statuses(knownVersions)).toEqual(['fresh'])
    expect(statuses(new Set())).toEqual(['missing'])
    expect(statuses(knownVersions)).toEqual(['fresh'])
  })
})
