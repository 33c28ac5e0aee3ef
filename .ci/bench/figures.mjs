/**
 * @typedef {{ readonly median: number, readonly min: number, readonly max: number }} Summary
 */

/**
 * The value below which a share of the figures lies, between two figures by their distance.
 * @param {readonly number[]} figures at least one
 * @param {number} share 0 to 1
 */
export function quantileOf(figures, share) {
  const sorted = figures.toSorted((a, b) => a - b)
  const at = share * (sorted.length - 1)
  const low = sorted[Math.floor(at)] ?? NaN
  const high = sorted[Math.ceil(at)] ?? NaN
  return low + (high - low) * (at - Math.floor(at))
}

/**
 * @param {readonly number[]} figures at least one
 * @returns {Summary}
 */
export function summaryOf(figures) {
  return {
    median: quantileOf(figures, 0.5),
    min: quantileOf(figures, 0),
    max: quantileOf(figures, 1),
  }
}
