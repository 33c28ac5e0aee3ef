import { extent } from './extent'

/**
 * The elbow of a falling convex curve (Kneedle, Satopaa et al. 2011; Python `kneed`, offline): the
 * index of the first knee, or null where the curve has none. Both axes are scaled to 0..1; a local
 * peak of the height under the chord is a knee when a later point falls more than `sensitivity`
 * mean steps below it, or after a trough below the chord, before the next peak. Unlike in `kneed`
 * an end of the curve is no knee, nor is a point on the chord or above it.
 * `x` ascends. Null for fewer than three points, a flat curve, and values that are not finite.
 */
export function kneedle(x: Float64Array, y: Float64Array, sensitivity: number): number | null {
  const depths = depthsUnderChord(x, y)
  if (!depths.every(Number.isFinite)) return null
  const drop = sensitivity / (depths.length - 1)
  let knee: number | null = null
  let threshold = 0
  for (let i = 1; i < depths.length - 1; i++) {
    if (isPeak(depths, i)) {
      knee = i
      threshold = depths[i] - drop
    } else if (isTrough(depths, i)) threshold = 0
    if (knee !== null && depths[i + 1] < threshold) return knee
  }
  return null
}

/** 1 - x - y of the scaled curve. What rounding leaves of a straight line is 0. */
function depthsUnderChord(x: Float64Array, y: Float64Array): Float64Array {
  const xs = extent(x)
  const ys = extent(y)
  return x.map((value, i) => {
    const across = (value - xs.min) / (xs.max - xs.min)
    const up = (y[i] - ys.min) / (ys.max - ys.min)
    const depth = 1 - up - across
    return Math.abs(depth) < noise ? 0 : depth
  })
}

const noise = 1e-12

function isPeak(depths: Float64Array, i: number): boolean {
  return depths[i] > 0 && depths[i] >= depths[i - 1] && depths[i] >= depths[i + 1]
}

function isTrough(depths: Float64Array, i: number): boolean {
  return depths[i] <= depths[i - 1] && depths[i] <= depths[i + 1]
}
