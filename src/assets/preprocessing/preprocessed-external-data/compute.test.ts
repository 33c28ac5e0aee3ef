import { describe, expect, it } from 'vitest'
import { cellText } from '../../../table/table'
import { typeColumn } from '../../testing/fixture-source'
import { defaultsOf } from '../../testing/defaults-of'
import type { ExternalFeatures } from '../external-features-data/spec'
import { checks } from './checks'
import { compute } from './compute'
import { preprocessedExternalData } from './spec'

const defaults = defaultsOf(preprocessedExternalData.params)

const external: ExternalFeatures = {
  storeIds: ['1', '2', '3', '4'],
  columns: [
    typeColumn('State', ['TX', 'IA', '', 'TX']),
    typeColumn('White', ['1', '2', '3', '4']),
    typeColumn('fax', ['', '', '', '7']),
  ],
  labels: [],
  excluded: [{ storeId: '9', asset: 'external_features_data', reason: 'left out' }],
  files: [],
  nInAll: 4,
  nInSome: 0,
  collapsed: [],
  suffixed: [],
  nIdenticalRows: 0,
}

const names = (columns: ExternalFeatures['columns']) => columns.map(({ name }) => name)

describe('preprocessed_external_data', () => {
  it('drops columns over max_null_share, with the reason, and no store', () => {
    const value = compute({ external }, { ...defaults, max_null_share: 0.5 })
    expect(names(value.columns)).toEqual(['State', 'White'])
    expect(value.dropped).toEqual([
      { name: 'fax', reason: '75 % of its cells are empty, over 50 %' },
    ])
    expect(value).toMatchObject({
      storeIds: external.storeIds,
      excluded: external.excluded,
      nRows: 4,
    })
    expect(names(compute({ external }, { ...defaults, max_null_share: 0.75 }).columns)).toContain(
      'fax',
    )
    expect(compute({ external }, defaults).dropped).toEqual([])
  })

  it('adds the region of the first rule that holds, as a label', () => {
    const rules = [
      { column: 'State', values: ['TX', 'OK'], region: 'South' },
      { column: 'White', values: ['2', '4'], region: 'Even' },
    ]
    const value = compute({ external }, { ...defaults, region_rules: rules })
    const region = value.columns.find(({ name }) => name === 'region')
    expect(region && value.storeIds.map((_, row) => cellText(region, row))).toEqual([
      'South',
      'Even',
      null,
      'South',
    ])
    expect(value.labels).toEqual(['region'])
  })

  it('refuses a region rule on a column that is not there', () => {
    const rules = [{ column: 'Stat', values: ['TX'], region: 'South' }]
    expect(() => compute({ external }, { ...defaults, region_rules: rules })).toThrow(
      'names the column Stat',
    )
  })

  it('warns of sensitive attributes by name', () => {
    const value = compute({ external }, defaults)
    expect(checks.sensitive_attributes(value, { external })).toEqual({
      passed: false,
      metadata: { count: 1, columns: 'White' },
    })
  })
})
