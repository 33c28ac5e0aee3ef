import { describe, expect, test } from 'vitest'
import { emptyConfiguration } from '../../config/configuration'
import { planAll } from '../../runs/plan-run'
import { toySpecs } from '../../runs/testing/toy-assets'
import { hash, toySource } from '../../runs/testing/toy-run'
import type { AssetRecord } from '../../runs/contract'
import { type LiveRun, newRun } from '../../state/runs/live-run'
import { isBlocked, noteOf, tilesOf } from './asset-tile.model'
import { partitionOf, tileOf } from './testing/tiles'

const key = 'internal_train_clustering_models'
const parts = (...changes: readonly Parameters<typeof partitionOf>[1][]) =>
  changes.map((change, i) => partitionOf(key, { partition: `P${i}`, ...change }))
const note = (change: Parameters<typeof tileOf>[1]) =>
  noteOf(tileOf(key, change), (ms) => `${ms} ms`)

const madeRecord: AssetRecord = {
  key,
  partition: null,
  codeVersion: '2',
  dataVersion: 'd',
  status: 'success',
  cached: false,
  ms: 1,
  rows: 1,
  checks: [],
  failure: null,
}

describe('the note of a tile', () => {
  test('names the one category that failed, else how many did', () => {
    const one = parts({ status: 'failed' }, {})
    const two = parts({ status: 'failed' }, { status: 'failed' })
    expect(note({ status: 'failed', partitions: one })).toBe('P0')
    expect(note({ status: 'failed', partitions: two })).toBe('2 failed')
  })

  test('says how far it is while it runs, also where it was stale or failed before', () => {
    const partitions = parts({ activity: 'running' }, { activity: 'queued' }, {})
    expect(note({ status: 'stale', activity: 'running', partitions })).toBe('1 of 3')
    expect(note({ status: 'failed', activity: 'queued', partitions })).toBe('1 queued')
  })
})

test('what the run has just made has no cause left, though the plan still names it', () => {
  const settings = { sources: [toySource(['A'])], configuration: emptyConfiguration }
  const whole = planAll(settings, { knownVersions: new Set(), hash, specs: toySpecs })
  const [first] = whole.ok ? whole.all : []
  if (first === undefined) throw new Error('no plan')
  const cause = { kind: 'code', before: '1', after: '2' } as const
  const plan = [{ ...first, status: 'stale', causes: [cause] } as const]
  const tileIn = (live: LiveRun | null) =>
    tilesOf({ plan, recordOf: () => null, live, toMake: new Set([first.id]) })[0]?.partitions[0]
  expect(tileIn(null)).toMatchObject({ status: 'stale', causes: [cause] })
  const record = { ...madeRecord, key: first.key }
  const made = { activity: 'done', done: 1, total: 1, unit: null, record } as const
  const live = { ...newRun('r', 'x', 0), assets: new Map([[first.id, made]]) }
  expect(tileIn(live)).toMatchObject({ status: 'fresh', causes: [] })
})

test('a check that stops what is downstream is told from one that warns', () => {
  const check = {
    name: 'features_left',
    description: 'A feature is left.',
    severity: 'error',
    passed: false,
    metadata: {},
  } as const
  const recordWith = (blocking: boolean) => ({ ...madeRecord, checks: [{ ...check, blocking }] })
  expect(isBlocked({ record: recordWith(true) })).toBe(true)
  expect(isBlocked({ record: recordWith(false) })).toBe(false)
  expect(isBlocked({ record: null })).toBe(false)
})
