import { describe, expect, test } from 'vitest'
import { placeLabels } from './scatter-labels'

const size = { width: 400, height: 300 }

describe('placeLabels(centres, size)', () => {
  test('turns a name to the left where it would leave the picture', () => {
    const [near, far] = placeLabels(
      [
        { at: [50, 50], name: 'Family lunchbox' },
        { at: [380, 150], name: 'Family lunchbox' },
      ],
      size,
    )
    expect(near?.isLeft).toBe(false)
    expect(far?.isLeft).toBe(true)
  })

  test('moves plates that would lie on one another apart and keeps their order', () => {
    const places = placeLabels(
      [
        { at: [60, 104], name: 'Second' },
        { at: [50, 100], name: 'First' },
      ],
      size,
    )
    expect(places.map(({ y }) => y)).toEqual([124, 100])
  })
})
