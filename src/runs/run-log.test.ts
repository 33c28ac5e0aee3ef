import { describe, expect, test } from 'vitest'
import { emptyConfiguration } from '../config/configuration'
import { AssetError } from '../assets/failure'
import { assetId } from './address'
import type { LogEntry } from './contract'
import { createRunLog } from './run-log'
import { toyPlace } from './testing/toy-place'
import { toyRequest } from './testing/toy-run'

const told = (log: readonly LogEntry[] | null, key: string | null, partition: string | null) =>
  (log ?? []).flatMap((entry) =>
    entry.key === key && entry.partition === partition ? [`${entry.level} ${entry.message}`] : [],
  )

const ofRun = (log: readonly LogEntry[] | null) => told(log, null, null)

describe('the log of a run', () => {
  test('begins with the plan and ends with the outcome', async () => {
    const { log } = await toyPlace().run()
    expect(ofRun(log).at(0)).toBe('info 8 of 8 assets to run.')
    expect(ofRun(log).at(-1)).toMatch(
      /^info The run ended after \d+ ms, success: 8 made, 0 from the cache, 0 failed, 0 skipped\.$/,
    )
  })

  test('names what changed and where, before anything is made', async () => {
    const { run } = toyPlace()
    await run()
    const configuration = { ...emptyConfiguration, job_params: { toy_factor: 9 } }
    const { log } = await run(toyRequest({ runId: 'run-2', configuration }))
    expect(ofRun(log).slice(0, 2)).toEqual([
      'info 4 of 8 assets to run: 0 missing, 4 stale.',
      'info Changed for toy_model: toy_factor went from 2 to 9.',
    ])
  })

  test('tells each asset from its start to its rows, and what it said in between', async () => {
    const { run } = toyPlace()
    const { log } = await run(undefined, { saying: 'limit is small' })
    expect(told(log, 'toy_features', 'A')).toEqual([
      'debug Started.',
      'info limit is small',
      expect.stringMatching(/^info Made in 0 ms\.$/),
    ])
    const again = await run(toyRequest({ runId: 'run-2' }))
    expect(told(again.log, 'toy_features', 'A')).toEqual(['debug Taken from the cache.'])
  })

  test('says of a failure the stage, the category, the cause and the next step', async () => {
    const { log } = await toyPlace().run(undefined, { failing: ['BB'] })
    expect(told(log, 'toy_features', 'BB').at(-1)).toBe(
      'error Features of BB failed after 0 ms: BB has no data. Add rows. (toy_failed at BB)',
    )
    expect(told(log, 'toy_model', 'BB')).toEqual([
      'warn toy_model[BB] was skipped because toy_features[BB] was not made. Add rows.',
    ])
    expect(ofRun(log).at(-1)).toContain('error The run ended')
  })

  test('says of a failed check what was expected and what was found', async () => {
    const { log } = await toyPlace().run(undefined, { negative: ['A'] })
    expect(told(log, 'toy_features', 'A').at(-1)).toBe(
      'error Check is_positive failed. Expected: It is positive. Found: value -1. What reads this asset is stopped. Next: Raise toy_limit.',
    )
  })

  test('is the same as what was told on the way, in the order of time', async () => {
    const { events, log } = await toyPlace().run()
    const entries = events.flatMap((event) => (event.type === 'logged' ? [event.entry] : []))
    expect(log).toHaveLength(entries.length)
    expect(new Set(log)).toEqual(new Set(entries))
    const times = (log ?? []).map(({ at }) => at)
    expect(times).toEqual(times.toSorted((a, b) => a - b))
  })

  test('is kept of a canceled run too, with what it got to', async () => {
    let nAsked = 0
    const isCanceled = () => ++nAsked > 3
    const { log, record } = await toyPlace().run(undefined, {}, { isCanceled, concurrency: 1 })
    expect(record.status).toBe('canceled')
    expect(ofRun(log).at(-1)).toMatch(/^warn The run ended after \d+ ms, canceled: [1-7] made/)
  })

  test('that cannot be kept is told by the record, which is kept', async () => {
    const failure = { code: 'storage_full', message: 'No room.', path: 'logs', hint: 'Make room.' }
    const write = () => Promise.reject(new AssetError(failure))
    const { run, runs } = toyPlace()
    const { record } = await run(undefined, {}, { log: { write } })
    expect(record).toMatchObject({ seq: 1, status: 'success', errors: [failure] })
    expect(await runs.list()).toEqual([record])
  })

  test('puts a line where it was said, not where it was heard of', () => {
    let now = 100
    const log = createRunLog(
      () => now,
      () => undefined,
    )
    now = 150
    log.add(null, [{ level: 'info', message: 'second' }])
    log.add({ key: 'a', partition: 'x' }, [{ level: 'debug', message: 'first' }], 20)
    expect(log.entries().map(({ at, message }) => [at, message])).toEqual([
      [20, 'first'],
      [50, 'second'],
    ])
    expect(log.entries().map(({ key, partition }) => key && assetId({ key, partition }))).toEqual([
      'a[x]',
      null,
    ])
  })
})
