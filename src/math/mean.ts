/**
 * Arithmetic mean of the values that are not NaN; NaN when there is none (numpy `nanmean`). Finite
 * for finite values, however large.
 */
export function mean(values: Float64Array): number {
  let sum = 0
  let n = 0
  for (const value of values) {
    if (Number.isNaN(value)) continue
    sum += value
    n++
  }
  return Number.isFinite(sum) ? sum / n : sumOfShares(values, n)
}

/** Divides before it adds, for sums that leave the range of a double on the way. */
function sumOfShares(values: Float64Array, n: number): number {
  let sum = 0
  for (const value of values) if (!Number.isNaN(value)) sum += value / n
  return sum
}
