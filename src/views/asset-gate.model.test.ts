import { describe, expect, test } from 'vitest'
import type { AssetView } from '../state/hooks'
import { changesText, gateState, staleReason } from './asset-gate.model'

const view: AssetView<string> = {
  status: 'success',
  activity: 'idle',
  record: null,
  made: null,
  isPlanned: true,
  stale: false,
  causes: [],
  failure: null,
  value: 'made',
}

describe('what the gate draws', () => {
  test('a fresh value is ready, a stale one says so', () => {
    expect(gateState(view)).toBe('ready')
    expect(gateState({ ...view, stale: true })).toBe('stale')
  })

  test('activity comes before status: a failed asset that runs again is running', () => {
    expect(gateState({ ...view, status: 'failure', activity: 'queued' })).toBe('running')
  })

  test('a value of an earlier version of the method is outdated until it runs again', () => {
    const outdated = { ...view, status: 'outdated' as const, value: null, stale: true }
    expect(gateState(outdated)).toBe('outdated')
    expect(gateState({ ...outdated, activity: 'running' })).toBe('running')
  })

  test('a failure comes before staleness', () => {
    expect(gateState({ ...view, status: 'failure', stale: true })).toBe('failed')
  })

  test('names what changed, the first two by name', () => {
    expect(changesText({ settings: [], files: [] })).toBeNull()
    expect(changesText({ settings: ['Most clusters'], files: ['a.csv'] })).toBe(
      'Most clusters and a.csv changed',
    )
    expect(changesText({ settings: ['Most clusters', 'Scale', 'Method'], files: ['a.csv'] })).toBe(
      'Most clusters, Scale and 2 more changed',
    )
  })

  test('every cause has words', () => {
    expect(
      staleReason([
        { kind: 'params', name: 'k_rule', before: 'silhouette', after: 'gap' },
        { kind: 'dependencies', upstream: [{ id: 'external_features_data', causes: [] }] },
      ]),
    ).toBe('a setting changed and something upstream changed')
    expect(staleReason([])).not.toBe('')
  })
})
