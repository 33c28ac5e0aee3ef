import { describe, expect, it } from 'vitest'
import { cellText } from '../../../table/table'
import { typeColumn } from '../../testing/fixture-source'
import { defaultsOf } from '../../testing/defaults-of'
import type { ExternalFeatures } from '../external-features-data/spec'
import { checks } from './checks'
import { compute } from './compute'
import { preprocessedExternalData } from './spec'
import { silent } from '../../testing/silent'

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
  filled: [],
  zeros: ['White', 'fax'],
  unreadable: [],
  filters: [],
  matchedByRule: [],
  idConflicts: [],
  ruleOffers: [],
}

const preprocess = (params: Parameters<typeof compute>[1]) => compute({ external }, params, silent)

const names = (columns: ExternalFeatures['columns']) => columns.map(({ name }) => name)

describe('preprocessed_external_data', () => {
  it('drops columns over max_null_share, with the reason, and no store', () => {
    const value = preprocess({ ...defaults, max_null_share: 0.5 })
    expect(names(value.columns)).toEqual(['State', 'White'])
    expect(value.zeros).toEqual(['White'])
    expect(value.dropped).toEqual([
      { name: 'fax', reason: '75 % of its cells are empty, over 50 %' },
    ])
    expect(value).toMatchObject({
      storeIds: external.storeIds,
      excluded: external.excluded,
      nRows: 4,
    })
    expect(names(preprocess({ ...defaults, max_null_share: 0.75 }).columns)).toContain('fax')
    expect(preprocess(defaults).dropped).toEqual([])
  })

  it('adds the region of the first rule that holds, as a label', () => {
    const rules = [
      { column: 'State', values: ['TX', 'OK'], region: 'South' },
      { column: 'White', values: ['2', '4'], region: 'Even' },
    ]
    const value = preprocess({ ...defaults, region_rules: rules })
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
    expect(() => preprocess({ ...defaults, region_rules: rules })).toThrow('names the column Stat')
  })

  it('keeps the stores of the named states, blanks and case aside, and lists the others', () => {
    const value = preprocess({ ...defaults, states: [' tx', 'NV'] })
    expect(value.storeIds).toEqual(['1', '4'])
    expect(value.columns.map((column) => cellText(column, 1))).toEqual(['TX', '4', '7'])
    const asset = 'preprocessed_external_data'
    expect(value.excluded.slice(1)).toEqual([
      { storeId: '2', asset, reason: 'its state IA is left out by states' },
      { storeId: '3', asset, reason: 'its state is not known, and states names those to keep' },
    ])
    expect(value.filters).toEqual([{ name: 'states', before: 4, after: 2 }])
    expect(checks.stores_conserved(value, { external }).passed).toBe(true)
    expect(checks.states_known(value, { external })).toEqual({
      passed: false,
      metadata: { unknown: 1, first: 'NV', state_column: 'State' },
    })
  })

  it('keeps every store of a file without a column of states, and says so', () => {
    const columns = external.columns.slice(1)
    const value = compute(
      { external: { ...external, columns } },
      { ...defaults, states: ['TX'] },
      silent,
    )
    expect(value.storeIds).toHaveLength(4)
    expect(checks.states_known(value, { external }).passed).toBe(false)
  })

  it('stops where the named states hold no store', () => {
    expect(() => preprocess({ ...defaults, states: ['Texas'] })).toThrow(
      'No store is in Texas, by the column State.',
    )
  })

  it('the checks see a lost store, and that most columns are too empty', () => {
    const value = preprocess(defaults)
    expect(checks.stores_conserved(value, { external }).passed).toBe(true)
    expect(checks.stores_conserved({ ...value, excluded: [] }, { external })).toMatchObject({
      passed: false,
      metadata: { first: '9' },
    })
    expect(checks.few_columns_dropped(value, { external }).passed).toBe(true)
    const dropped = [...names(value.columns)].map((name) => ({ name, reason: 'too empty' }))
    expect(checks.few_columns_dropped({ ...value, dropped }, { external })).toEqual({
      passed: false,
      metadata: { dropped: 3, columns: 3, first: 'State, White, fax' },
    })
  })
})
