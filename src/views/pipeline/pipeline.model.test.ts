import { describe, expect, test } from 'vitest'
import { restingAnswer } from './pipeline.model'
import { partitionOf, tileOf } from './testing/tiles'

const tile = tileOf('internal_raw_sales_data')
const last = { seq: 2, ran: 42, cached: 33, total: 75, ms: 900 }
const plan = { nToRun: 1, nInRun: 2 }
const rest = { last: null, newest: undefined, missing: '', reason: '', plan }

describe('the pipeline at rest', () => {
  test('says what the last run did, and what it had to skip', () => {
    expect(restingAnswer([tile], { ...rest, last }).detail).toBe(
      'Run 2: 42 of 75 assets run, 33 cached, in 0.9 s.',
    )
    expect(restingAnswer([tile], { ...rest, last: { ...last, ran: 40 } }).detail).toContain(
      '33 cached, 2 skipped',
    )
  })

  test('a canceled run is said first; what it made is kept', () => {
    const newest = { seq: 3, status: 'canceled' } as const
    expect(restingAnswer([tile], { ...rest, newest }).detail).toBe(
      'Run 3 was canceled; what it made is kept.',
    )
    expect(restingAnswer([tile], { ...rest, last, newest }).detail).toContain('Run 2: 42 of 75')
  })

  test('says what keeps a run from starting, never that nothing is here', () => {
    const missing = 'Add a product map to run'
    expect(restingAnswer([], { ...rest, missing })).toEqual({ title: `${missing}.`, detail: '' })
  })

  test('says how many are stale and why, and what a run makes of it', () => {
    const key = tile.key
    const stale = tileOf(key, { partitions: [partitionOf(key, { status: 'stale' })] })
    expect(restingAnswer([stale, tile], { ...rest, last, reason: 'Method is now Robust' })).toEqual(
      {
        title: '1 of 2 assets is stale because Method is now Robust.',
        detail: 'A run makes 1 of 2 assets. Run 2: 42 of 75 assets run, 33 cached, in 0.9 s.',
      },
    )
    expect(restingAnswer([stale], { ...rest, plan: { nToRun: 0, nInRun: 2 } }).detail).toContain(
      'A run takes all of them from the cache.',
    )
  })

  test('where the change itself was run already, what is below it was left behind', () => {
    const stale = tileOf(tile.key, { partitions: [partitionOf(tile.key, { status: 'stale' })] })
    expect(restingAnswer([stale], rest).title).toBe(
      '1 of 1 asset is stale because what they read was made anew.',
    )
  })
})
