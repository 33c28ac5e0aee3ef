import { describe, expect, test } from 'vitest'
import type { AssetView } from '../state/hooks'
import { gateState, staleWords } from './asset-gate.model'

const view: AssetView<string> = {
  status: 'success',
  activity: 'idle',
  record: null,
  made: null,
  isPlanned: true,
  isNothing: false,
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

  test('names what changed since, the first two by name', () => {
    const changes = { settings: ['Most clusters', 'Scale', 'Method'], files: ['a.csv'] }
    expect(staleWords([], changes)).toBe('Most clusters, Scale and 2 more changed')
  })

  test('where settings and files are as they were, every cause has words', () => {
    const causes: AssetView<string>['causes'] = [
      { kind: 'params', name: 'k_rule', before: 'silhouette', after: 'gap' },
      { kind: 'dependencies', upstream: [{ id: 'external_features_data', causes: [] }] },
    ]
    expect(staleWords(causes, { settings: [], files: [] })).toBe('a setting changed')
    expect(staleWords(causes.slice(1), null)).toBe('something upstream changed')
    expect(staleWords([], null)).not.toBe('')
  })

  test('what changed upstream is said by its kind, once', () => {
    const baseline = { kind: 'baseline', before: null, after: 1 } as const
    const model = { id: 'internal_train_clustering_models', causes: [baseline] }
    const through = {
      id: 'crossed',
      causes: [{ kind: 'dependencies', upstream: [model] }],
    } as const
    const causes = [{ kind: 'dependencies', upstream: [model, through] }] as const
    expect(staleWords(causes, null)).toBe('another run is the baseline')
  })
})
