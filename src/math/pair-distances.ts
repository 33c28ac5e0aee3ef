import type { Matrix } from './matrix'
import { squaredBetween } from './squared-between'

/** Distances between all rows, in single precision. */
export type PairDistances = {
  /** nSamples x nSamples, symmetric. */
  readonly D: Float32Array
  readonly nSamples: number
}

/** Euclidean, rounded to single precision: 4 * nSamples^2 bytes. Scaled so that none overflows. */
export function pairDistances({ X, nSamples, nFeatures }: Matrix): PairDistances {
  let largest = 0
  for (const value of X) largest = Math.max(largest, Math.abs(value))
  // Single precision ends at 3e38 and at 1e-45: only the order of the sums matters to its reader.
  const scale = largest > 1e30 || largest < 1e-30 ? largest || 1 : 1
  const scaled = scale === 1 ? X : X.map((value) => value / scale)
  const D = new Float32Array(nSamples * nSamples)
  for (let a = 0; a < nSamples; a++)
    for (let b = 0; b < a; b++) {
      const squared = squaredBetween({ X: scaled, nFeatures }, a, scaled, b)
      D[a * nSamples + b] = D[b * nSamples + a] = Math.sqrt(squared)
    }
  return { D, nSamples }
}
