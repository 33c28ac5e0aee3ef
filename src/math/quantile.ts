import { presentOf } from './present-of'

/**
 * Quantile at `q` in 0..1 of the values that are not NaN, linear between neighbours (numpy
 * `nanquantile`, method `linear`); NaN when there is none.
 */
export function quantile(values: Float64Array, q: number): number {
  return quantileSorted(presentOf(values).sort(), q)
}

/** The same for values that are sorted already and hold no NaN. */
export function quantileSorted(sorted: Float64Array, q: number): number {
  if (sorted.length === 0) return NaN
  const position = q * (sorted.length - 1)
  const below = Math.floor(position)
  const low = sorted[below]
  const high = sorted[Math.min(below + 1, sorted.length - 1)]
  return interpolate(low, high, position - below)
}

/** From the nearer end, as numpy does: exact at both ends and never outside them. */
function interpolate(low: number, high: number, share: number): number {
  if (low === high) return low
  const range = high - low
  if (!Number.isFinite(range)) return low * (1 - share) + high * share
  return share < 0.5 ? low + range * share : high - range * (1 - share)
}
