import { describe, expect, test } from 'vitest'
import type { AssetRecord, CheckRecord } from '../../runs/contract'
import { faultBehind, faultsOf } from './run-faults'
import { madeRecord } from '../testing/fake-services'

const failure = { code: 'duplicate_stores', message: 'Twice.', path: 'market.csv', hint: 'Choose.' }

function failed(key: string, partition: string | null, given = failure): AssetRecord {
  return { ...madeRecord(key, partition, ''), dataVersion: null, status: 'failure', failure: given }
}

function skipped(key: string, partition: string | null, above: string): AssetRecord {
  const reason = { code: 'upstream_failed', message: 'Skipped.', path: above, hint: '' }
  return { ...failed(key, partition, reason), status: 'skipped' }
}

const blocking: CheckRecord = {
  name: 'features_left',
  description: 'At least one feature is left.',
  severity: 'error',
  blocking: true,
  passed: false,
  metadata: {},
}

describe('faultsOf(run)', () => {
  test('names the asset that failed, not those that were skipped because of it', () => {
    const assets = [
      failed('external_features_data', null),
      skipped('preprocessed_external_data', null, 'external_features_data'),
    ]
    expect(faultsOf({ assets })).toEqual([
      {
        key: 'external_features_data',
        label: 'Market data',
        branch: 'external',
        failure,
        categories: [],
        nOthers: 0,
      },
    ])
  })

  test('a blocking check that fails in two categories is one fault, and the rest went on', () => {
    const key = 'internal_filtered_features'
    const blocked = (category: string) => ({
      ...madeRecord(key, category, 'v'),
      checks: [blocking],
    })
    const assets = [blocked('A'), blocked('B'), madeRecord(key, 'C', 'v')]
    expect(faultsOf({ assets })).toMatchObject([
      { label: 'Filtered features, internal', categories: ['A', 'B'], nOthers: 1 },
    ])
  })

  test('a category that was skipped for another cause did not go on', () => {
    const key = 'internal_filtered_features'
    const assets = [
      { ...madeRecord(key, 'A', 'v'), checks: [blocking] },
      skipped(key, 'B', 'internal_sales_by_category[B]'),
    ]
    expect(faultsOf({ assets })).toMatchObject([{ categories: ['A'], nOthers: 0 }])
  })

  test('a run without a failure has none', () => {
    expect(faultsOf({ assets: [madeRecord('cluster_profiles', 'A', 'v')] })).toEqual([])
  })
})

describe('faultBehind(record, run)', () => {
  test('follows skipped assets up to the one that failed', () => {
    const last = skipped('external_imputed_features', 'all', 'external_filtered_features[all]')
    const assets = [
      failed('internal_raw_sales_data', null),
      failed('external_features_data', null),
      skipped('external_filtered_features', 'all', 'external_features_data'),
      last,
    ]
    expect(faultBehind(last, { assets })?.key).toBe('external_features_data')
  })

  test('a chain that leads nowhere still gives the first cause there is', () => {
    const lost = skipped('merged_cluster_assignments', null, 'gone')
    expect(faultBehind(lost, { assets: [lost] })).toBeNull()
    const assets = [failed('external_features_data', null), lost]
    expect(faultBehind(lost, { assets })?.label).toBe('Market data')
  })
})
