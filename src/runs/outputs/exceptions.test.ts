import { describe, expect, it } from 'vitest'
import { exceptions, leftOutOfMerged, lockedStores } from './exceptions'

describe('exceptions.csv, of overrides', () => {
  it('lists the stores that are locked or left out of the merged clusters', () => {
    const left = { storeId: '9', asset: 'cluster_reassignment', reason: 'excluded by override' }
    const made = [{ partition: 'Beer', value: { excluded: [left], locked: ['10'] } }]
    const all = [...leftOutOfMerged(made), ...lockedStores('merged', 'cluster_reassignment', made)]
    expect(exceptions(all).rows).toEqual([
      ['10', 'Beer', 'merged', 'cluster_reassignment', 'locked'],
      ['9', 'Beer', 'merged', 'cluster_reassignment', 'excluded by override'],
    ])
  })

  it('has none of a value that was made before there were overrides', () => {
    const made = [{ partition: 'Beer', value: {} }]
    expect([...leftOutOfMerged(made), ...lockedStores('merged', 'x', made)]).toEqual([])
  })
})
