import { zoomIdentity } from 'd3-zoom'
import { describe, expect, test } from 'vitest'
import { isInside, nextPoint, paddedExtent, pointsInside } from './scatter-geometry'

const layout = { px: Float64Array.of(0, 10, 20, 10), py: Float64Array.of(0, 0, 1, 10) }
const square = [
  [5, -5],
  [25, -5],
  [25, 5],
  [5, 5],
] as const

describe('paddedExtent(values)', () => {
  test('adds air around the outermost values and skips what is no number', () => {
    expect(paddedExtent(Float64Array.of(NaN, 0, 100))).toEqual([-4, 104])
  })

  test('of one value, and of none, has a width', () => {
    expect(paddedExtent(Float64Array.of(3, 3))).toEqual([2, 4])
    expect(paddedExtent(new Float64Array())).toEqual([-1, 1])
  })
})

describe('pointsInside(layout, polygon, zoom)', () => {
  test('finds the points in the lasso', () => {
    expect(pointsInside(layout, square, zoomIdentity)).toEqual([1, 2])
  })

  test('reads the lasso on the zoomed picture', () => {
    const zoom = zoomIdentity.scale(2)
    const doubled = square.map(([x, y]) => [2 * x, 2 * y] as const)
    expect(pointsInside(layout, doubled, zoom)).toEqual([1, 2])
  })

  test('a place that is no number is in no lasso', () => {
    expect(isInside([NaN, 0], square)).toBe(false)
  })
})

describe('nextPoint(layout, from, direction)', () => {
  test('walks to the nearest point that way', () => {
    expect(nextPoint(layout, 0, 'ArrowRight')).toBe(1)
    expect(nextPoint(layout, 1, 'ArrowDown')).toBe(3)
    expect(nextPoint(layout, 2, 'ArrowLeft')).toBe(1)
  })

  test('stays where nothing lies that way', () => {
    expect(nextPoint(layout, 0, 'ArrowLeft')).toBeNull()
  })
})
