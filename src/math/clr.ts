import { log } from './elementary/log'
import type { Matrix } from './matrix'

/**
 * Centred log-ratio of each row (Aitchison 1986): log(x) minus the row's mean of log(x), row-major.
 * A zero is replaced by 1e-4 of the row sum; a row without any amount has equal parts, so zeros.
 * A row with a missing or a negative part is NaN.
 */
export function transformClr(matrix: Matrix): Float64Array {
  const { X, nFeatures } = matrix
  const result = new Float64Array(X.length)
  for (let start = 0; start < X.length; start += nFeatures) {
    transformRow(X.subarray(start, start + nFeatures), result.subarray(start, start + nFeatures))
  }
  return result
}

function transformRow(parts: Float64Array, logs: Float64Array): void {
  if (parts.every((part) => part === 0)) return
  const ofZero = logOfZero(parts)
  let sumOfLogs = 0
  for (let j = 0; j < parts.length; j++) {
    logs[j] = parts[j] === 0 ? ofZero : log(parts[j])
    sumOfLogs += logs[j]
  }
  const center = sumOfLogs / parts.length
  for (let j = 0; j < logs.length; j++) logs[j] -= center
}

/** log(1e-4 x row sum), also where that sum or the product leaves the range of a double. */
function logOfZero(parts: Float64Array): number {
  let sum = 0
  let largest = 0
  for (const part of parts) {
    sum += part
    if (part > largest) largest = part
  }
  const zero = zeroShare * sum
  if (zero > 1e-300 && zero < Infinity) return log(zero)
  let sumOfShares = 0
  for (const part of parts) sumOfShares += part / largest
  return log(zeroShare) + log(largest) + log(sumOfShares)
}

const zeroShare = 1e-4
