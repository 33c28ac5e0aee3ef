import { describe, expect, test } from 'vitest'
import { emptyConfiguration } from '../../config/configuration'
import type { RunRecord } from '../../runs/contract'
import { blockedBy, dotOf, factOf, type ShellFacts, statusOf } from './shell.model'

const run: RunRecord = {
  id: 'a',
  seq: 1,
  startedAt: '2025-11-23T14:06:00Z',
  ms: 41_800,
  status: 'success',
  selection: 'full_pipeline_job',
  configuration: emptyConfiguration,
  inputs: [],
  assets: [],
  errors: [],
  resultHash: null,
}

const facts: ShellFacts = {
  readiness: { can: 'full', sentence: '' },
  progress: null,
  plan: { nToRun: 30, nStale: 0, nTotal: 30 },
  run: null,
  shownRun: null,
  faults: [],
  runFailure: null,
  nChangedSettings: 0,
  resumed: { n: 0, atMost: 3 },
  testing: null,
  elsewhere: null,
}

const progress = {
  stage: 'model training',
  nDone: 20,
  nTotal: 30,
  nFailed: 0,
  share: 0.67,
  startedAt: 0,
  isCanceling: false,
  bytes: null,
}

describe('the status of the bar', () => {
  test('says what is missing, then that it is ready', () => {
    const readiness = {
      can: 'none',
      sentence: 'Add a sales file and a product map to run',
    } as const
    expect(statusOf({ ...facts, readiness, plan: null }).detail).toBe(readiness.sentence)
    expect(statusOf(facts)).toMatchObject({ text: 'Ready', detail: '30 assets to materialize' })
  })

  test('names the running stage', () => {
    expect(statusOf({ ...facts, progress }).text).toBe('Running model training')
  })

  test('answers Cancel at once, before what the run made is kept', () => {
    const canceling = { ...progress, isCanceling: true }
    expect(statusOf({ ...facts, progress: canceling }).text).toBe('Canceling the run')
  })

  test('says how far a large file is, and nothing of one that is read at once', () => {
    const reading = (total: number) =>
      statusOf({ ...facts, progress: { ...progress, bytes: { done: 412e6, total } } }).detail
    expect(reading(1.6e9)).toBe('67\u202f%, 412 MB of 1.6 GB')
    const small = { ...progress, bytes: { done: 1e6, total: 2e6 } }
    expect(statusOf({ ...facts, progress: small }).detail).toBe('67\u202f%')
  })

  test('says of a run that the page started again itself that it did, and how often', () => {
    const resumed = { n: 2, atMost: 3 }
    expect(statusOf({ ...facts, progress, resumed }).detail).toBe(
      '67\u202f%, resumed by itself, 2 of 3',
    )
  })

  test('says what goes on besides, and why no run starts beside it', () => {
    const elsewhere = { runId: 'r', selection: '', startedAt: 0, progress }
    expect(statusOf({ ...facts, elsewhere })).toMatchObject({
      text: 'Another tab is running',
      detail: 'model training, 67\u202f%',
    })
    const testing = { nDone: 2, nTrials: 5 }
    expect(statusOf({ ...facts, testing }).detail).toBe('2 of 5 trial runs')
    expect(blockedBy({ testing, elsewhere: null })).toMatch(/trial runs/)
    expect(blockedBy(facts)).toBeNull()
  })

  test('ends with one of three sentences', () => {
    const textOf = (status: RunRecord['status']) =>
      statusOf({ ...facts, run: { ...run, status } }).text
    expect([textOf('success'), textOf('failure'), textOf('canceled')]).toEqual([
      'Run complete',
      'Run failed',
      'Run canceled',
    ])
  })

  test('a complete run says how much of it was computed, on every screen', () => {
    const asset = {
      key: 'cluster_profiles',
      partition: 'A',
      codeVersion: '1',
      dataVersion: 'v',
      status: 'success',
      ms: 1,
      rows: 1,
      checks: [],
      failure: null,
    } as const
    const assets = [
      { ...asset, cached: false },
      { ...asset, cached: true },
    ]
    expect(statusOf({ ...facts, run: { ...run, assets } }).detail).toBe(
      '1 of 2 assets run, 1 cached, in 41.8 s',
    )
  })

  test('a complete run that is no longer true says how much is stale', () => {
    const plan = { nToRun: 23, nStale: 23, nTotal: 30 }
    expect(statusOf({ ...facts, run, plan }).text).toBe('23 of 30 assets stale')
  })
})

describe('the rail', () => {
  test('a dot is hollow before, grey when done, amber when stale, a pie while running', () => {
    const done = { ...facts, run, shownRun: run }
    const stale = { ...done, plan: { nToRun: 1, nStale: 1, nTotal: 30 } }
    expect([
      dotOf('pipeline', facts),
      dotOf('pipeline', done),
      dotOf('pipeline', stale),
      dotOf('pipeline', { ...done, progress }),
    ]).toEqual(['todo', 'done', 'stale', 'busy'])
  })

  test('merge is not reached by a run that made no merge', () => {
    expect(dotOf('merge', { ...facts, run, shownRun: run })).toBe('todo')
  })

  test('a check that fails in three categories is one warning', () => {
    const check = {
      name: 'unmatched_sales',
      description: '',
      severity: 'warn',
      blocking: false,
      passed: false,
      metadata: {},
    } as const
    const asset = (partition: string) =>
      ({
        key: 'internal_sales_by_category',
        partition,
        codeVersion: '1',
        dataVersion: null,
        status: 'success',
        cached: false,
        ms: 1,
        rows: 1,
        checks: [check],
        failure: null,
      }) as const
    const shownRun = { ...run, assets: ['A', 'B', 'C'].map(asset) }
    expect(factOf('data', { ...facts, shownRun })).toEqual({ text: '1 warn', tone: 'warn' })
  })
})
