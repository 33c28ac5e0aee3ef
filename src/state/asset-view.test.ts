import { describe, expect, test } from 'vitest'
import { internal } from '../assets/specs'
import { valueAddress, viewOf } from './asset-view'
import type { AssetState } from './plan/asset-state'
import { madeRecord } from './testing/fake-services'

const spec = internal.assigned
const today = { ...madeRecord(spec.key, 'Snacks', 'v2'), codeVersion: spec.codeVersion }
const earlier = { ...madeRecord(spec.key, 'Snacks', 'v1'), codeVersion: 'earlier' }

const knownBy = (made: AssetState['made']): AssetState => ({
  status: 'success',
  activity: 'idle',
  record: made,
  made,
  isPlanned: true,
  isNothing: false,
  stale: false,
  causes: [],
  failure: null,
})

describe('a stored value of an earlier version of the method', () => {
  test('is never read: it may lack what the screens need', () => {
    expect(valueAddress(spec, earlier)).toBeNull()
    expect(valueAddress(spec, today)).toBe(`${spec.key}[Snacks]@v2`)
    expect(valueAddress(spec, null)).toBeNull()
  })

  test('is told as outdated, not as missing', () => {
    expect(viewOf(spec, knownBy(earlier), null)).toMatchObject({ status: 'outdated', value: null })
    expect(viewOf(spec, knownBy(null), null)).toMatchObject({ status: 'missing', value: null })
  })

  test('a failure after it is told as the failure', () => {
    const failed = { ...knownBy(earlier), status: 'failure' as const }
    expect(viewOf(spec, failed, null).status).toBe('failure')
  })
})

test('a value of today is loading, then there', () => {
  const loading = { status: 'loading', value: null, failure: null } as const
  expect(viewOf(spec, knownBy(today), loading).status).toBe('loading')
  const value = { storeIds: [] }
  expect(viewOf(spec, knownBy(today), { status: 'success', value, failure: null })).toMatchObject({
    status: 'success',
    value,
  })
})
