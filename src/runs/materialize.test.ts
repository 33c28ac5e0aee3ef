import { describe, expect, test } from 'vitest'
import { emptyConfiguration } from '../config/configuration'
import { assetId } from './address'
import { completeFrom } from './complete-from'
import type { RunRecord } from './contract'
import type { MaterializePorts } from './materialize-ports'
import { toyDefinitions } from './testing/toy-assets'
import { toyPlace } from './testing/toy-place'
import { executeHere, toyRequest, toySource } from './testing/toy-run'

const statuses = (record: RunRecord) =>
  Object.fromEntries(record.assets.map((asset) => [assetId(asset), asset.status]))

const withFactor = (toy_factor: number) =>
  toyRequest({ configuration: { ...emptyConfiguration, job_params: { toy_factor } } })

describe('materialize', () => {
  test('makes everything once, in a record that says so', async () => {
    const { run, runs } = toyPlace()
    const { record, computed } = await run()
    expect(computed).toHaveLength(8)
    expect(record).toMatchObject({ id: 'run-1', seq: 1, status: 'success', errors: [] })
    expect(record.assets.every(({ status, cached }) => status === 'success' && !cached)).toBe(true)
    expect(record.inputs).toMatchObject([{ role: 'store_metrics', digest: 'd1' }])
    expect(await runs.list()).toEqual([record])
  })

  test('a second run computes nothing and says that all is cached', async () => {
    const { run } = toyPlace()
    const first = await run()
    const second = await run(toyRequest({ runId: 'run-2' }))
    expect(second.computed).toEqual([])
    expect(second.record).toMatchObject({ seq: 2, status: 'success' })
    expect(second.record.assets.every(({ cached }) => cached)).toBe(true)
    expect(second.events[0]).toEqual({ type: 'planned', total: 8, toRun: 0 })
    expect(second.record.assets.map(({ dataVersion }) => dataVersion)).toEqual(
      first.record.assets.map(({ dataVersion }) => dataVersion),
    )
  })

  test('a changed parameter runs its readers and what is downstream', async () => {
    const { run } = toyPlace()
    await run()
    const { computed } = await run(withFactor(9))
    expect(computed).toEqual(['toy_model[A]', 'toy_model[BB]', 'toy_model[CCC]', 'toy_report'])
  })

  test('a run of what is downstream remembers what it left as it was, and is whole with that', async () => {
    const { run, runs } = toyPlace()
    const first = await run()
    const selection = 'toy_model[A]+,toy_report'
    const { record } = await run({ ...withFactor(9), runId: 'run-2', selection })
    expect(first.record.beside).toBeUndefined()
    expect(record.beside?.map(assetId)).toEqual([
      'toy_read',
      'toy_features[A]',
      'toy_features[BB]',
      'toy_features[CCC]',
    ])
    const whole = completeFrom(record, await runs.list())
    expect(whole.assets.map(assetId).toSorted()).toEqual(
      first.record.assets.map(assetId).toSorted(),
    )
  })

  test('going back to an earlier setting runs nothing', async () => {
    const { run } = toyPlace()
    await run()
    await run(withFactor(9))
    expect((await run()).computed).toEqual([])
  })

  test('tells each asset as started and materialized, in order', async () => {
    const { events } = await toyPlace().run(undefined, {}, { concurrency: 1 })
    const of = (key: string) =>
      events.flatMap((event) => ('key' in event && event.key === key ? [event.type] : []))
    expect(of('toy_read')).toEqual(['started', 'progressed', 'materialized'])
    expect(events.filter(({ type }) => type !== 'logged')).toHaveLength(1 + 8 * 3)
  })

  test('a failure stops what is downstream in its partition, and nothing else', async () => {
    const { run } = toyPlace()
    const { record } = await run(undefined, { failing: ['BB'] })
    expect(record.status).toBe('failure')
    expect(statuses(record)).toMatchObject({
      'toy_features[A]': 'success',
      'toy_features[BB]': 'failure',
      'toy_model[BB]': 'skipped',
      'toy_model[CCC]': 'success',
      toy_report: 'success',
    })
    expect(record.errors).toEqual([
      { code: 'toy_failed', message: 'BB has no data.', path: 'BB', hint: 'Add rows.' },
    ])
  })

  test('a fan-in takes the partitions that succeeded, and its version says which', async () => {
    const { run, cache } = toyPlace()
    const failed = await run(undefined, { failing: ['BB'] })
    const report = failed.record.assets.at(-1)
    const entry = await cache.read(`toy_report@${report?.dataVersion}`)
    expect(entry?.value).toBe('A=6 CCC=18')
    const whole = await run()
    expect(whole.computed).toEqual(['toy_features[BB]', 'toy_model[BB]', 'toy_report'])
    expect(whole.record.assets.at(-1)?.dataVersion).not.toBe(report?.dataVersion)
  })

  test('a run that fails the same way again computes only what failed', async () => {
    const { run } = toyPlace()
    await run(undefined, { failing: ['BB'] })
    const { computed, record } = await run(undefined, { failing: ['BB'] })
    expect(computed).toEqual(['toy_features[BB]'])
    expect(record.assets.at(-1)).toMatchObject({ key: 'toy_report', cached: true })
  })

  test('a fan-in of which everything failed is skipped', async () => {
    const { record } = await toyPlace().run(undefined, { failing: ['A', 'BB', 'CCC'] })
    expect(record.assets.at(-1)).toMatchObject({ key: 'toy_report', status: 'skipped' })
    expect(record.errors).toHaveLength(3)
  })

  test('a failed blocking check keeps the value, stops downstream, and stops it again', async () => {
    const { run, cache } = toyPlace()
    const first = await run(undefined, { negative: ['A'] })
    const features = first.record.assets.find((asset) => assetId(asset) === 'toy_features[A]')
    expect(features).toMatchObject({ status: 'success', checks: [{ passed: false }] })
    expect(await cache.read(`toy_features[A]@${features?.dataVersion}`)).toMatchObject({
      value: -1,
    })
    expect(statuses(first.record)['toy_model[A]']).toBe('skipped')
    expect(first.record).toMatchObject({ status: 'failure', errors: [{ code: 'check_failed' }] })

    const second = await run(undefined, { negative: ['A'] })
    expect(second.computed).toEqual([])
    expect(second.record.status).toBe('failure')
    const model = await run(toyRequest({ selection: 'toy_model[A]' }))
    expect(statuses(model.record)).toEqual({ 'toy_model[A]': 'skipped' })
  })

  test('a thread that is lost fails its own asset as a defect', async () => {
    const execute = () => Promise.reject(new Error('gone'))
    const { record } = await toyPlace().run(undefined, {}, { execute })
    expect(record.errors).toMatchObject([{ code: 'defect', path: 'toy_read' }])
    expect(record.errors[0]?.message).toContain('gone')
  })

  test('the record is the same for one and three tasks at a time, in any order of finishing', async () => {
    const one = await toyPlace().run(undefined, {}, { concurrency: 1, clock: () => 0 })
    for (const slow of ['A', 'BB', 'CCC']) {
      const { cache, runs, run } = toyPlace()
      const execute = executeHere(cache, toyDefinitions(), (id) => (id.endsWith(slow) ? 50 : 0))
      const change = { concurrency: 3, clock: () => 0, cache, runs, execute }
      expect((await run(undefined, {}, change)).record).toEqual(one.record)
    }
  })

  test('never has more tasks under way than allowed', async () => {
    const { run, cache } = toyPlace()
    const here = executeHere(cache, toyDefinitions(), () => 5)
    let underWay = 0
    let most = 0
    const execute: MaterializePorts['execute'] = async (task, report) => {
      most = Math.max(most, ++underWay)
      const result = await here(task, report)
      underWay--
      return result
    }
    await run(undefined, {}, { execute, concurrency: 2 })
    expect(most).toBe(2)
  })

  test('Cancel between assets keeps what is done and starts nothing more', async () => {
    const { run, runs } = toyPlace()
    let nAsked = 0
    const isCanceled = () => ++nAsked > 3
    const { record, computed } = await run(undefined, {}, { isCanceled, concurrency: 1 })
    expect(record.status).toBe('canceled')
    expect(record.assets).toHaveLength(computed.length)
    expect(computed.length).toBeGreaterThan(0)
    expect(await runs.list()).toHaveLength(1)
    const again = await run()
    expect(again.computed).toHaveLength(8 - computed.length)
  })

  test('a trial leaves its values and neither a record nor a log', async () => {
    const { run, runs } = toyPlace()
    const { record, log } = await run(toyRequest({ isTrial: true }))
    expect(record).toMatchObject({ seq: 0, status: 'success' })
    expect(record.assets).toHaveLength(8)
    expect(await runs.list()).toEqual([])
    expect(log).toBeNull()
    expect((await run()).computed).toEqual([])
  })

  test('a run of which all was skipped is a failure that says why', async () => {
    const { run } = toyPlace()
    await run(undefined, { negative: ['A'] })
    const { record } = await run(toyRequest({ selection: 'toy_model[A]' }))
    expect(record.status).toBe('failure')
    expect(record.errors).toMatchObject([{ code: 'upstream_failed', path: 'toy_features[A]' }])
  })

  test('a run that cannot start says why and is not kept', async () => {
    const { run, runs } = toyPlace()
    const { record, events } = await run(toyRequest({ sources: [] }))
    expect(record).toMatchObject({ seq: 0, status: 'failure', errors: [{ code: 'missing_role' }] })
    expect(events).toEqual([])
    expect(await runs.list()).toEqual([])
  })

  test('the order of the files changes no version', async () => {
    const files = [toySource(['A', 'BB']), toySource(null, { role: 'external', id: 'x' })]
    const first = await toyPlace().run(toyRequest({ sources: files }), {}, { clock: () => 0 })
    const second = await toyPlace().run(
      toyRequest({ sources: files.toReversed() }),
      {},
      { clock: () => 0 },
    )
    expect(second.record.assets).toEqual(first.record.assets)
  })
})
