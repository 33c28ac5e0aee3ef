import { describe, expect, test } from 'vitest'
import { emptyConfiguration } from '../config/configuration'
import { addressOf } from './address'
import { inputAgeCheck } from './input-age'
import { toyPlace } from './testing/toy-place'
import { toyRequest, toySource } from './testing/toy-run'

const day = 24 * 60 * 60 * 1000
const now = 1000 * day

const aged = (days: number, name = 'metrics.csv') =>
  toySource(['A'], { name, modifiedAt: now - days * day })

describe('the check of how old a file is', () => {
  test.each([
    [0, 30, true],
    [30.9, 30, true],
    [31, 30, false],
    [-5, 1, true],
  ])('a file of %d days passes a limit of %d days: %s', (days, limit, passed) => {
    expect(inputAgeCheck([aged(days)], limit, now)?.passed).toBe(passed)
  })

  test('is about the oldest of several files', () => {
    const files = [aged(3, 'new.csv'), aged(90, 'old.csv'), toySource(['A'], { name: 'x.csv' })]
    expect(inputAgeCheck(files, 30, now)?.metadata).toEqual({
      file: 'old.csv',
      age_in_days: 90,
      limit_in_days: 30,
    })
  })

  test('is absent without a limit, and where no file tells its age', () => {
    expect(inputAgeCheck([aged(90)], null, now)).toBeNull()
    expect(inputAgeCheck([toySource(['A'])], 30, now)).toBeNull()
    expect(inputAgeCheck([], 30, now)).toBeNull()
  })
})

describe('a run with a limit for the age of its files', () => {
  const configuration = { ...emptyConfiguration, job_params: { max_input_age: 30 } }
  const request = toyRequest({ sources: [aged(90)], configuration })
  const clock = () => now

  test('warns at what reads the file, and nowhere else', async () => {
    const { record, log } = await toyPlace().run(request, {}, { clock })
    const found = record.assets.filter(({ checks }) =>
      checks.some(({ name, passed }) => name === 'input_is_recent' && !passed),
    )
    expect(found.map(({ key }) => key)).toEqual(['toy_read'])
    expect(record.status).toBe('success')
    expect(log?.filter(({ level }) => level === 'warn')).toMatchObject([
      { key: 'toy_read', message: expect.stringContaining('age in days 90') },
    ])
  })

  test('makes nothing anew, and leaves no trace in the kept value', async () => {
    const { run, cache } = toyPlace()
    const plain = await run(toyRequest({ sources: [aged(90)] }), {}, { clock })
    const { computed, record } = await run({ ...request, runId: 'run-2' }, {}, { clock })
    expect(computed).toEqual([])
    const [read] = record.assets
    expect(read?.checks).toHaveLength(1)
    expect(read?.dataVersion).toBe(plain.record.assets[0]?.dataVersion)
    const address = addressOf({ key: 'toy_read', partition: null }, read?.dataVersion ?? '')
    expect((await cache.readSummary(address))?.checks).toEqual([])
    const after = await run(toyRequest({ sources: [aged(90)], runId: 'run-3' }), {}, { clock })
    expect(after.record.assets[0]?.checks).toEqual([])
  })
})
