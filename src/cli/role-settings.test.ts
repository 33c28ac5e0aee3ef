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

  it('names the option that there is not, and the value that cannot be', () => {
    const { faults } = splitRoleSettings(['sales.delimter=;', 'sales.types={zip: word}'])
    expect(faults.map(({ path }) => path)).toEqual(['sales.delimter', 'sales.types'])
    expect(faults[0]?.hint).toContain('delimiter')
  })
})
