import { describe, expect, test } from 'vitest'
import { panelsOf } from './panels.model'
import { countsWith } from './testing/counts-with'

describe('panelsOf(counts)', () => {
  test('rings the pick of each criterion and warns where it differs', () => {
    const panels = panelsOf(countsWith(3, [3, 3, 4, 3]))
    const calinski = panels.find(({ measure }) => measure.criterion === 'calinski_harabasz')
    expect(calinski).toMatchObject({ pick: 4, differs: true, note: 'Picks 4, not 3' })
    expect(panels.map(({ measure }) => measure.name)).toHaveLength(6)
  })
})
