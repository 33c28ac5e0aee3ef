import { describe, expect, test } from 'vitest'
import { clusterColors, clusterInks, outlineOf, shapeOf } from './cluster-colors'
import { ciede2000, colorDistance, contrastRatio, type Vision } from './testing/color-distance'

const visions: readonly Vision[] = ['normal', 'protan', 'deutan', 'tritan']

function smallestDistance(colors: readonly string[], vision: Vision): number {
  const distances = colors.flatMap((a, i) =>
    colors.slice(i + 1).map((b) => colorDistance(a, b, vision)),
  )
  return distances.reduce((least, distance) => Math.min(least, distance), Infinity)
}

describe('cluster colours', () => {
  test('CIEDE2000 agrees with pairs of Sharma, Wu and Dalal 2005', () => {
    expect(ciede2000([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4)
    expect(ciede2000([50, 2.49, -0.001], [50, -2.49, 0.0011])).toBeCloseTo(7.2195, 4)
    expect(ciede2000([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387])).toBeCloseTo(
      1.2644,
      4,
    )
    expect(ciede2000([2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514])).toBeCloseTo(0.9082, 4)
  })

  test('the first 12 are at least 9.5 apart under every vision, all 16 at least 8.5', () => {
    for (const vision of visions) {
      expect(smallestDistance(clusterColors.slice(0, 12), vision)).toBeGreaterThanOrEqual(9.5)
      expect(smallestDistance(clusterColors, vision)).toBeGreaterThanOrEqual(8.5)
    }
  })

  test('the digit on every token has a contrast of at least 4.5', () => {
    clusterColors.forEach((color, index) => {
      expect(contrastRatio(color, clusterInks[index] ?? color)).toBeGreaterThanOrEqual(4.5)
    })
  })

  test('the outline of every mark stands out from the surface by at least 3', () => {
    for (const color of clusterColors) {
      expect(contrastRatio(outlineOf(color, 'light'), '#ffffff')).toBeGreaterThanOrEqual(3)
      expect(contrastRatio(outlineOf(color, 'dark'), '#131817')).toBeGreaterThanOrEqual(3)
    }
  })

  test('shapes join in beyond eight clusters', () => {
    expect(shapeOf(3, 8)).toBe('circle')
    expect(new Set([0, 1, 2, 3, 4, 5].map((index) => shapeOf(index, 9))).size).toBe(6)
  })
})
