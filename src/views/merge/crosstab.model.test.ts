import { describe, expect, test } from 'vitest'
import { crosstabTitle, fateOfSmall } from './crosstab.model'

const counts = Int32Array.of(362, 0, 15, 42)

describe('crosstabTitle(counts, minSize)', () => {
  test.each([
    [10, '3 of 4 pairs have stores, none too few'],
    [40, '3 of 4 pairs have stores, 1 of them too few'],
    [400, '3 of 4 pairs have stores, all of them too few'],
  ])('at %d: %s', (minSize, title) => {
    expect(crosstabTitle(counts, minSize)).toBe(title)
  })
})

describe('fateOfSmall(counts, { minSize, isApplied })', () => {
  test('stores move once the size is in force', () => {
    expect(fateOfSmall(counts, { minSize: 40, isApplied: true })).toBe('stores move')
    expect(fateOfSmall(counts, { minSize: 40, isApplied: false })).toBe('stores would move')
  })

  test('where no cluster is large they have nowhere to go', () => {
    expect(fateOfSmall(counts, { minSize: 400, isApplied: true })).toBe('no cluster to move to')
  })
})
