import { describe, expect, it } from 'vitest'
import { splitRoleSettings } from './role-settings'

describe('splitRoleSettings(texts)', () => {
  it('parts how the files of a role are read from the settings of the configuration', () => {
    const { ofRoles, others, faults } = splitRoleSettings([
      'sales.decimal=,',
      'max_clusters=12',
      'product-map.null_tokens=[x, "-"]',
      'external.delimiter=";"',
      'external.max_clusters=9',
      'sales.group=',
      "store_metrics.quote='",
    ])
    expect([...ofRoles]).toEqual([
      ['sales', { decimal: ',', group: '' }],
      ['product_map', { null_tokens: ['x', '-'] }],
      ['external', { delimiter: ';' }],
      ['store_metrics', { quote: "'" }],
    ])
    expect(others).toEqual(['max_clusters=12', 'external.max_clusters=9'])
    expect(faults).toEqual([])
  })

  it('takes the names of columns as they are', () => {
    const { columnsOfRoles, others, faults } = splitRoleSettings([
      'sales.columns.store=Store ID ',
      'sales.columns.value=a=b',
      'external.columns.store=0',
      'product-map.columns.category=null',
      'external.columns.shop=0',
    ])
    expect([...columnsOfRoles]).toEqual([
      ['sales', { store: 'Store ID ', value: 'a=b' }],
      ['external', { store: '0' }],
      ['product_map', { category: null }],
    ])
    expect(others).toEqual([])
    expect(faults.map(({ path }) => path)).toEqual(['external.columns.shop'])
  })

  it('names the option that there is not, and the value that cannot be', () => {
    const { faults } = splitRoleSettings(['sales.delimter=;', 'sales.types={zip: word}'])
    expect(faults.map(({ path }) => path)).toEqual(['sales.delimter', 'sales.types'])
    expect(faults[0]?.hint).toContain('delimiter')
  })
})
