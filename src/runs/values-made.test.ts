import { describe, expect, test } from 'vitest'
import { published } from '../assets/specs'
import { madeRecord } from './testing/placed-run'
import { readerOf } from './values-made'

const whole = {
  storeIds: ['s1'],
  categories: ['Snacks'],
  internal: Int32Array.of(1),
  external: Int32Array.of(1),
  merged: ['1_1'],
  rebalanced: ['1_1'],
  movedFrom: [''],
  distance: Float64Array.of(1),
  runnerUp: [''],
  runnerUpDistance: Float64Array.of(2),
  internalOutlier: Uint8Array.of(0),
  externalOutlier: Uint8Array.of(0),
  excluded: [],
  separate: [],
  perCategory: [],
}
const { excluded: _, ...shorter } = whole

const readAs = (value: unknown, codeVersion: string) =>
  readerOf(async () => value)(madeRecord(published.key, null, { codeVersion }))

describe('readerOf(readAt)(record)', () => {
  test('reads what an earlier code version made where it has the shape of today', async () => {
    expect(await readAs(whole, published.codeVersion)).toBe(whole)
    expect(await readAs(whole, 'earlier')).toBe(whole)
  })

  test('reads nothing where an earlier code version made another shape', async () => {
    expect(await readAs(shorter, 'earlier')).toBeNull()
  })

  test('reads nothing that was not made, or is no longer kept', async () => {
    const unmade = madeRecord(published.key, null, { dataVersion: null })
    expect(await readerOf(async () => whole)(unmade)).toBeNull()
    expect(await readAs(null, published.codeVersion)).toBeNull()
  })
})
