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
  let sum = 0
  for (const part of parts) sum += part
  if (sum === 0 && parts.every((part) => part === 0)) return
  let sumOfLogs = 0
  for (let j = 0; j < parts.length; j++) {
    logs[j] = Math.log(parts[j] === 0 ? zeroShare * sum : parts[j])
    sumOfLogs += logs[j]
  }
  const center = sumOfLogs / parts.length
  for (let j = 0; j < logs.length; j++) logs[j] -= center
}

const zeroShare = 1e-4
