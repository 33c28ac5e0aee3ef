import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OverrideEntry } from '../assets/override'
import { applyEnvironment } from './environments'
import { applySetting } from './apply-setting'
import { emptyConfiguration } from './configuration'
import { parseConfiguration } from './parse-configuration'
import { readConfiguration, writeConfiguration } from './yaml'

const stamp = {
  reason: 'The store was rebuilt.',
  author: 'Ada',
  time: '2026-01-31T09:30:00.000Z',
}
const place = { branch: 'merged', category: 'Snacks' } as const
const log: readonly OverrideEntry[] = [
  { ...stamp, ...place, id: 'a', kind: 'lock', stores: ['00123', '7'], cluster: '2_1' },
  { ...stamp, ...place, id: 'b', kind: 'must_link', stores: ['00123', '9'] },
  { ...stamp, ...place, id: 'c', kind: 'cannot_link', stores: ['7', '9'] },
  { ...stamp, ...place, id: 'd', kind: 'exclude', stores: ['11'] },
  { ...stamp, ...place, id: 'e', kind: 'rename', cluster: '2_1', name: 'City: small' },
  { ...stamp, id: 'f', kind: 'revoke', of: 'b' },
]

const faultsOf = (...entries: unknown[]) => {
  const parsed = parseConfiguration({ overrides: entries })
  return parsed.ok ? [] : parsed.faults.map(({ code, path }) => `${code} ${path}`)
}
const faultOf = (entry: unknown) => {
  const parsed = parseConfiguration({ overrides: [entry] })
  return parsed.ok ? null : (parsed.faults[0] ?? null)
}

describe('overrides of a configuration', () => {
  it('every kind comes back from the YAML as it was', () => {
    const configuration = { ...emptyConfiguration, overrides: log }
    const text = writeConfiguration(configuration)
    expect(readConfiguration(text)).toEqual({ ok: true, value: configuration })
    expect(text).toContain('"00123"')
  })

  it('JSON is read the same way', () => {
    expect(readConfiguration(JSON.stringify({ version: 1, overrides: log }))).toMatchObject({
      ok: true,
      value: { overrides: log },
    })
  })

  it('any ids, names and reasons survive', () => {
    const words = fc.string({ minLength: 1 }).filter((text) => text.trim() !== '')
    const lock = fc.record({
      id: fc.uuid(),
      reason: words,
      author: words,
      time: fc.constant(stamp.time),
      kind: fc.constant('lock' as const),
      branch: fc.constantFrom('internal' as const, 'external' as const, 'merged' as const),
      category: words,
      stores: fc.uniqueArray(
        fc.oneof(
          words,
          fc.nat().map((n) => `00${n}`),
        ),
        { minLength: 1 },
      ),
      cluster: fc.constantFrom('2', '2_1', '10_3'),
    })
    fc.assert(
      fc.property(fc.uniqueArray(lock, { selector: ({ id }) => id, maxLength: 4 }), (overrides) => {
        const configuration = { ...emptyConfiguration, overrides }
        expect(readConfiguration(writeConfiguration(configuration))).toEqual({
          ok: true,
          value: configuration,
        })
      }),
    )
  })

  it('are kept when a setting or an environment is laid over', () => {
    const base = {
      ...emptyConfiguration,
      overrides: log,
      environments: { prod: { job_params: { n_init: 20 } } },
    }
    const set = applySetting(base, 'internal.max_clusters=5')
    expect(set).toMatchObject({ ok: true, value: { overrides: log } })
    expect(applyEnvironment(base, 'prod')).toMatchObject({ ok: true, value: { overrides: log } })
  })

  it('category is all where it is not said, and a cluster may be a plain number', () => {
    const entry = { ...stamp, id: 'x', kind: 'lock', branch: 'internal', stores: ['7'], cluster: 2 }
    expect(parseConfiguration({ overrides: [entry] })).toMatchObject({
      ok: true,
      value: { overrides: [{ category: 'all', cluster: '2' }] },
    })
  })

  it('store ids without quotes are refused, because YAML has lost their zeros', () => {
    const text = [
      'overrides:',
      '  - { kind: exclude, branch: merged, stores: ["7", 00123], reason: gone, author: Ada,',
      '      time: 2026-01-31T09:30:00Z, id: x }',
    ].join('\n')
    const read = readConfiguration(text)
    expect(read.ok ? null : read.faults[0]).toMatchObject({
      code: 'unquoted_store',
      path: 'overrides[0].stores[1]',
      hint: expect.stringContaining('"00123"'),
      line: 2,
    })
  })

  it('a reason, an author and a time are required and never empty', () => {
    const bare = { id: 'x', kind: 'exclude', branch: 'merged', stores: ['7'] }
    expect(faultsOf(bare)).toEqual([
      'missing_key overrides[0].reason',
      'missing_key overrides[0].author',
      'missing_key overrides[0].time',
    ])
    expect(faultsOf({ ...bare, reason: ' ', author: '', time: 'yesterday' })).toEqual([
      'invalid_value overrides[0].reason',
      'invalid_value overrides[0].author',
      'invalid_value overrides[0].time',
    ])
  })

  it('tells the place of every fault, not only of the first', () => {
    const lock = { ...stamp, id: 'x', kind: 'lock', branch: 'merged', stores: ['7'] }
    expect(
      faultsOf(
        log[0],
        'lock 7',
        lock,
        { ...lock, id: 'y', cluster: '2', branch: 'inside' },
        { ...lock, id: 'z', kind: 'must_link' },
        { ...lock, id: 'q', kind: 'move' },
      ),
    ).toEqual([
      'invalid_value overrides[1]',
      'missing_key overrides[2].cluster',
      'invalid_value overrides[3].branch',
      'invalid_value overrides[4].stores',
      'invalid_value overrides[5].kind',
    ])
    expect(parseConfiguration({ overrides: { lock } })).toMatchObject({
      faults: [{ path: 'overrides', code: 'invalid_value' }],
    })
  })

  it('an unknown key is an error with the nearest key of its kind', () => {
    const entry = { ...stamp, ...place, id: 'x', kind: 'lock', stores: ['7'], cluster: '2' }
    expect(faultOf({ ...entry, clustre: '2' })).toMatchObject({
      code: 'unknown_key',
      path: 'overrides[0].clustre',
      hint: 'Did you mean "cluster"?',
    })
    expect(faultOf({ ...stamp, id: 'x', kind: 'revoke', of: 'a', stores: ['7'] })).toMatchObject({
      code: 'unknown_key',
      path: 'overrides[0].stores',
    })
  })

  it('an id is there once, and a revoke names an override above it', () => {
    const revoke = { ...stamp, kind: 'revoke' }
    expect(
      faultsOf(
        { ...revoke, id: 'early', of: 'a' },
        log[0],
        log[0],
        { ...revoke, id: 'r', of: 'a' },
        { ...revoke, id: 's', of: 'r' },
      ),
    ).toEqual([
      'unknown_override overrides[0].of',
      'duplicate_id overrides[2].id',
      'unknown_override overrides[4].of',
    ])
  })

  it('an environment has none: they hold everywhere', () => {
    expect(parseConfiguration({ environments: { prod: { overrides: [] } } })).toMatchObject({
      faults: [{ code: 'unknown_key', path: 'environments.prod.overrides' }],
    })
  })
})
