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

  test('shows gap and stability only where they are computed', () => {
    const counts = countsWith(3, [3, 3, 3, 3])
    const candidates = counts.candidates.map((one) => ({
      ...one,
      gap: 0.4,
      gapError: 0.1,
      jaccard: 0.9,
      recurs: 0.87,
    }))
    const panels = panelsOf({ ...counts, candidates })
    expect(panels.map(({ measure }) => measure.name).slice(6)).toEqual([
      'Gap',
      'Stability',
      'Found again',
    ])
    expect(panels[8]?.note).toBe('87 % at 3')
  })

  test('marks the elbow in the inertia, or says that there is none', () => {
    const inertiaOf = (picks: Parameters<typeof panelsOf>[0]['picks']) =>
      panelsOf({ ...countsWith(3, []), picks }).find(({ measure }) => measure.name === 'Inertia')
    expect(inertiaOf([])?.note).toBe('No clear elbow; 67 % of that at 2')
    expect(inertiaOf([{ criterion: 'elbow', k: 4, isComputed: true }])).toMatchObject({
      note: 'Elbow at 4, not 3; 67 % of that at 2',
      pick: 4,
      differs: true,
    })
  })
})
