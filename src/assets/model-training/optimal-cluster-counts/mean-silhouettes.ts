import { type Matrix, selectRows } from '../../../math/matrix'
import { mean } from '../../../math/mean'
import { createRandom } from '../../../math/random'
import { sampleRows } from '../../../math/sample-rows'
import { silhouetteSamplesOf } from '../../../math/silhouette'

/** Above it the pairs of stores are too many for every silhouette. */
const mostExact = 50_000
const sampleSize = 10_000
/** Far from the streams of restarts, reference sets and resamples. */
const stream = 3_000_000

/** How many stores the silhouettes are measured on; null for all of them. */
export function silhouetteSampleSize(nSamples: number): number | null {
  return nSamples > mostExact ? sampleSize : null
}

/**
 * Mean silhouette of each labeling, from one pass over the pairs of rows; above 50,000 rows of a
 * sample of 10,000, the same for every labeling. NaN with fewer than two clusters.
 */
export function meanSilhouettes(
  fitted: Matrix,
  labelings: readonly Int32Array[],
  sessionId: number,
): readonly number[] {
  const size = silhouetteSampleSize(fitted.nSamples)
  if (size === null) return silhouetteSamplesOf(fitted, labelings).map(mean)
  const rows = sampleRows(fitted.nSamples, size, createRandom(sessionId, stream))
  const sampled = labelings.map((labels) => rows.map((row) => labels[row]))
  return silhouetteSamplesOf(selectRows(fitted, rows), sampled).map(mean)
}
