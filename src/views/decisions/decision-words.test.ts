import { describe, expect, test } from 'vitest'
import { clusterText, decisionText, placeText, storesText } from './decision-words'

const place = { branch: 'merged', category: 'Snacks' } as const
const nameOf = () => 'Late night'

describe('a decision in plain words', () => {
  test('names stores as they are and clusters as their tokens', () => {
    const lock = { ...place, kind: 'lock', stores: ['00123'], cluster: '2_1' } as const
    expect(decisionText(lock, nameOf)).toBe('Store 00123 locked to 2|1 Late night')
    expect(decisionText(lock, () => null)).toBe('Store 00123 locked to 2|1')
  })

  test('every kind has its words', () => {
    const stores = ['1', '2']
    expect(decisionText({ ...place, kind: 'must_link', stores }, nameOf)).toBe(
      'Stores 1 and 2 kept together',
    )
    expect(decisionText({ ...place, kind: 'cannot_link', stores }, nameOf)).toBe(
      'Stores 1 and 2 kept apart',
    )
    expect(decisionText({ ...place, kind: 'exclude', stores: ['7'] }, nameOf)).toBe(
      'Store 7 left out',
    )
    expect(decisionText({ ...place, kind: 'rename', cluster: '2_1', name: 'Night' }, nameOf)).toBe(
      'Cluster 2|1 named Night',
    )
  })

  test('many stores are counted after the third', () => {
    expect(storesText(['a', 'b', 'c'])).toBe('Stores a, b and c')
    expect(storesText(['a', 'b', 'c', 'd', 'e'])).toBe('Stores a, b, c and 2 more')
  })

  test('a cluster without a name of its own is its id', () => {
    expect(clusterText('7', 'Cluster 7')).toBe('7')
    expect(placeText({ branch: 'external', category: 'all' })).toBe('External')
    expect(placeText(place)).toBe('Merged, Snacks')
  })
})
