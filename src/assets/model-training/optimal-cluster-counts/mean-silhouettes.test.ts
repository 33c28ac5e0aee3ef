import { describe, expect, it } from 'vitest'
import { createRandom } from '../../../math/random'
import { silhouetteScore } from '../../../math/silhouette'
import { meanSilhouettes, silhouetteSampleSize } from './mean-silhouettes'

function twoGroups(nSamples: number) {
  const random = createRandom(3)
  const labels = Int32Array.from({ length: nSamples }, (_, i) => i % 2)
  return {
    labels,
    matrix: { X: Float64Array.from(labels, (l) => l + random.next()), nSamples, nFeatures: 1 },
  }
}

describe('meanSilhouettes(fitted, labelings, sessionId)', () => {
  it('is exact up to 50,000 stores', () => {
    const { labels, matrix } = twoGroups(300)
    expect(silhouetteSampleSize(50_000)).toBeNull()
    expect(meanSilhouettes(matrix, [labels], 42)).toEqual([silhouetteScore(matrix, labels)])
  })

  it('is of a sample above, the same for the same seed and near that of all', () => {
    const { labels, matrix } = twoGroups(50_001)
    expect(silhouetteSampleSize(50_001)).toBe(10_000)
    const [sampled = NaN, again] = meanSilhouettes(matrix, [labels, labels], 42)
    expect(again).toBe(sampled)
    const few = twoGroups(4000)
    expect(Math.abs(sampled - silhouetteScore(few.matrix, few.labels))).toBeLessThan(0.01)
  }, 60_000)
})
