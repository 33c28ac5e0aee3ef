import { describe, expect, test } from 'vitest'
import { emptyConfiguration } from '../config/configuration'
import { createHasher } from '../files/digest'
import { causeSentence } from './cause-sentence'
import { describePlan } from './describe-plan'
import { historyOf } from './history'
import { planRun } from './plan-run'
import { toySpecs } from './testing/toy-assets'
import { toyPlace } from './testing/toy-place'
import { toyRequest } from './testing/toy-run'

const hash = await createHasher()

async function described(request: ReturnType<typeof toyRequest>, place = toyPlace()) {
  const knownVersions = new Set(await place.cache.list())
  const history = historyOf(await place.runs.list())
  const plan = planRun(request, { knownVersions, history, hash, specs: toySpecs })
  if (!plan.ok) throw new Error(plan.failure.message)
  return describePlan(plan)
}

describe('what a run would do', () => {
  test('is everything at first, for no other reason than that it was never made', async () => {
    const { toRun, total, assets } = await described(toyRequest())
    expect([toRun, total, assets.length]).toEqual([8, 8, 8])
    for (const asset of assets) expect(asset).toMatchObject({ status: 'missing', causes: '' })
  })

  test('is what a change reaches afterwards, each with its reason in a sentence', async () => {
    const place = toyPlace()
    await place.run()
    const configuration = { ...emptyConfiguration, job_params: { toy_factor: 9 } }
    const { toRun, total, assets } = await described(toyRequest({ configuration }), place)
    expect([toRun, total]).toEqual([4, 8])
    expect(assets.map(({ id, causes }) => [id, causes])).toEqual([
      ['toy_model[A]', 'toy_factor went from 2 to 9.'],
      ['toy_model[BB]', 'toy_factor went from 2 to 9.'],
      ['toy_model[CCC]', 'toy_factor went from 2 to 9.'],
      ['toy_report', 'changed upstream: toy_model[A], toy_model[BB], toy_model[CCC].'],
    ])
  })

  test('is nothing when all is fresh', async () => {
    const place = toyPlace()
    await place.run()
    expect(await described(toyRequest(), place)).toEqual({ toRun: 0, total: 8, assets: [] })
  })
})

describe('a cause in words', () => {
  test.each([
    [{ kind: 'code', before: '1', after: '2' }, 'code version went from 1 to 2.'],
    [
      { kind: 'params', name: 'metrics', before: ['a'], after: [] },
      'metrics went from ["a"] to [].',
    ],
    [{ kind: 'params', name: 'limit', before: undefined, after: 3 }, 'limit went from null to 3.'],
    [
      { kind: 'data', role: 'sales', before: ['a.csv'], after: ['a.csv'] },
      'sales data changed in a.csv.',
    ],
    [
      { kind: 'data', role: 'external', before: [], after: ['a.csv', 'b.csv'] },
      'external data went from no file to a.csv, b.csv.',
    ],
    [{ kind: 'baseline', before: null, after: 4 }, 'baseline went from none to run 4.'],
    [{ kind: 'overrides', before: 0, after: 2 }, 'overrides went from 0 to 2.'],
    [{ kind: 'overrides', before: 1, after: 1 }, 'overrides changed.'],
    [
      {
        kind: 'dependencies',
        upstream: ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, causes: [] })),
      },
      'changed upstream: a, b, c and 2 more.',
    ],
  ] as const)('%j', (cause, words) => {
    expect(causeSentence([cause])).toBe(words)
  })

  test('several are one sentence, and a long value is cut', () => {
    const long = { kind: 'params', name: 'stores', before: 'x'.repeat(200), after: '' } as const
    const text = causeSentence([{ kind: 'code', before: '1', after: '2' }, long])
    expect(text).toMatch(/^code version went from 1 to 2; stores went from x{79}… to ""\.$/)
  })
})
