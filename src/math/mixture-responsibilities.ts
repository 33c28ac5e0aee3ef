import { exp } from './elementary/exp'
import { log } from './elementary/log'
import type { GaussianComponents } from './gaussian-components'
import { rowOf, type Matrix } from './matrix'

export type MixtureFit = {
  /** nSamples x nComponents, row-major: how likely each component made each row. */
  readonly responsibilities: Float64Array
  /** The likeliest component of each row, the lowest on a tie. */
  readonly labels: Int32Array
  /** Mean over the rows of the logarithm of their density (`score`). */
  readonly meanLogLikelihood: number
}

/**
 * The E step: what every component has to do with every row (scikit-learn `predict_proba`); a share
 * under e^-100 counts as 0. `likely`, such as the labels of the step before, says which component of
 * each row is best looked at first; it only saves time.
 */
export function mixtureResponsibilities(
  matrix: Matrix,
  components: GaussianComponents,
  likely?: Int32Array,
): MixtureFit {
  const { nSamples } = matrix
  const { nComponents } = components
  const measure = createMeasure(components)
  const constants = logConstants(components)
  const responsibilities = new Float64Array(nSamples * nComponents)
  const labels = new Int32Array(nSamples)
  let meanLogLikelihood = 0
  for (let i = 0; i < nSamples; i++) {
    const logs = responsibilities.subarray(i * nComponents, (i + 1) * nComponents)
    const row = rowOf(matrix, i)
    const first = likely?.[i] ?? 0
    let largest = -Infinity
    for (let step = 0; step < nComponents; step++) {
      const c = (first + step) % nComponents
      logs[c] = constants[c] - 0.5 * measure(row, c, 2 * (constants[c] - largest + leastLog))
      if (logs[c] > largest) largest = logs[c]
    }
    labels[i] = logs.indexOf(largest)
    meanLogLikelihood += normalizeLogs(logs, largest) / nSamples
  }
  return { responsibilities, labels, meanLogLikelihood }
}

/** A share of e to the minus this, and all that is less, changes no sum of doubles. */
const leastLog = 100

/** Squares over this add up to Infinity, and the likeliest of several would be none. */
const farthest = 1e300

/** Squared Mahalanobis distance of a row to a component; Infinity as soon as it is over `limit`. */
type Measure = (row: Float64Array, c: number, limit: number) => number

function createMeasure(components: GaussianComponents): Measure {
  const { covarianceType, nFeatures, means, whitening } = components
  const off = new Float64Array(nFeatures)
  return (row, c, limit) => {
    const mean = c * nFeatures
    for (let b = 0; b < nFeatures; b++) off[b] = row[b] - means[mean + b]
    let squared = 0
    for (let a = 0; a < nFeatures; a++) {
      let whitened = 0
      if (covarianceType === 'diag') whitened = off[a] * whitening[mean + a]
      else
        for (let b = 0, at = (mean + a) * nFeatures; b <= a; b++, at++)
          whitened += off[b] * whitening[at]
      squared += whitened * whitened
      if (squared > limit) return Infinity
    }
    return squared < farthest ? squared : farthest
  }
}

const logTwoPi = log(2 * Math.PI)

/** Of each component the logarithm of its weight and of the height of its peak. */
function logConstants(components: GaussianComponents): Float64Array {
  const { covarianceType, nFeatures, weights, whitening } = components
  return weights.map((weight, c) => {
    let sum = log(weight) - 0.5 * nFeatures * logTwoPi
    for (let j = 0; j < nFeatures; j++) {
      const row = c * nFeatures + j
      sum += log(whitening[covarianceType === 'diag' ? row : row * nFeatures + j])
    }
    return sum
  })
}

/** Turns logarithms into shares that sum to 1; answers the logarithm of their sum. */
function normalizeLogs(logs: Float64Array, largest: number): number {
  let sum = 0
  for (let c = 0; c < logs.length; c++) {
    const below = logs[c] - largest
    logs[c] = below < -leastLog ? 0 : exp(below)
    sum += logs[c]
  }
  for (let c = 0; c < logs.length; c++) logs[c] /= sum
  return largest + log(sum)
}
