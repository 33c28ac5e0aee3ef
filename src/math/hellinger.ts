/**
 * Square root of each share, 0..1 (Legendre and Gallagher 2001): Euclidean distance between rows
 * becomes the Hellinger distance. A negative share has none: NaN.
 */
export function hellinger(shares: Float64Array): Float64Array {
  return shares.map((share) => Math.sqrt(share))
}
