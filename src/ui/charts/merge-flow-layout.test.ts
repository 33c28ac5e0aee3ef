import { describe, expect, test } from 'vitest'
import { layoutFlow } from './merge-flow-layout'

const links = [
  { from: '1_2', to: '1_1', stores: 10 },
  { from: '1_2', to: '2_2', stores: 20 },
  { from: '3_3', to: '2_2', stores: 5 },
  { from: '3_3', to: '3_1', stores: 1 },
]

describe('layoutFlow(links)', () => {
  const layout = layoutFlow(links)

  test('the largest source is on top', () => {
    expect(layout.sources.map(({ id }) => id)).toEqual(['1_2', '3_3'])
  })

  test('targets follow the height where their ribbons start', () => {
    expect(layout.targets.map(({ id }) => id)).toEqual(['1_1', '2_2', '3_1'])
  })

  test('ribbons fill their bars at both ends without a gap', () => {
    for (const { id, y, height } of layout.targets) {
      const own = layout.ribbons
        .filter(({ link }) => link.to === id)
        .toSorted((a, b) => a.y1 - b.y1)
      expect(own[0]?.y1).toBeCloseTo(y)
      const sum = own.reduce((total, ribbon) => total + ribbon.height, 0)
      expect(sum).toBeLessThanOrEqual(height + 1e-9)
      own.slice(1).forEach((ribbon, i) => expect(ribbon.y1).toBeCloseTo(own[i].y1 + own[i].height))
    }
  })

  test('labels are at least 19 px apart and inside', () => {
    const crowd = Array.from({ length: 16 }, (_, i) => ({ from: `${i}`, to: `t${i}`, stores: 1 }))
    const { sources, height } = layoutFlow(crowd)
    const centers = sources.map(({ center }) => center)
    centers.slice(1).forEach((center, i) => expect(center - centers[i]).toBeGreaterThanOrEqual(19))
    expect(height).toBeGreaterThanOrEqual((centers.at(-1) ?? 0) + 9)
  })

  test('nothing to draw has no height to speak of', () => {
    expect(layoutFlow([])).toMatchObject({ sources: [], targets: [], ribbons: [] })
  })
})
