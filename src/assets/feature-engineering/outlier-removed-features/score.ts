import { fitIsolationForest, scoreSamples } from '../../../math/isolation-forest'
import { localOutlierFactor } from '../../../math/local-outlier-factor'
import { columnOf, type Matrix } from '../../../math/matrix'
import { mean } from '../../../math/mean'
import { quantile } from '../../../math/quantile'
import { standardDeviation } from '../../../math/standard-deviation'
import { AssetError } from '../../failure'

/** A score per row, higher is more normal, and the score below which a store is an outlier. */
export type Scored = { readonly score: Float64Array; readonly threshold: number }

type ForestParams = {
  readonly share: number
  readonly nEstimators: number
  /** null: the smaller of 256 and the number of rows. */
  readonly maxSamples: number | null
  readonly randomState: number
}

/** The expected share of outliers; 0.05 where none is given. */
export function shareOf(threshold: number | null): number {
  const share = threshold ?? 0.05
  if (share <= 0.5) return share
  throw new AssetError({
    code: 'threshold_not_a_share',
    message: `An outlier share of ${share} is more than half of the stores.`,
    path: 'outlier_threshold',
    hint: 'For iforest, lof and ee the threshold is a share from 0 to 0.5, such as 0.05.',
  })
}

/** Isolation forest (Liu 2008); the threshold is the linear quantile of the scores at `share`. */
export function scoreByForest(fitted: Matrix, params: ForestParams): Scored {
  const model = fitIsolationForest(fitted, {
    nEstimators: params.nEstimators,
    maxSamples: Math.min(params.maxSamples ?? 256, fitted.nSamples),
    randomState: params.randomState,
  })
  return withQuantile(scoreSamples(model, fitted), params.share)
}

/** Minus the local outlier factor, with the same threshold. */
export function scoreByNeighbors(fitted: Matrix, share: number, nNeighbors: number): Scored {
  return withQuantile(localOutlierFactor(fitted, nNeighbors), share)
}

/** The threshold is the linear quantile of the scores at `share`. */
export function withQuantile(score: Float64Array, share: number): Scored {
  return { score, threshold: quantile(score, share) }
}

/**
 * Tukey's fences: the score is minus the largest distance outside the quartiles over all columns,
 * in interquartile ranges; at least `strangest`, which is given outside the quartiles of a column
 * whose range is 0.
 */
export function scoreByQuartiles(fitted: Matrix, factor: number): Scored {
  return scoreByWorstColumn(fitted, factor, (values) => {
    const lower = quantile(values, 0.25)
    const upper = quantile(values, 0.75)
    return (value) => ratio(Math.max(lower - value, value - upper, 0), upper - lower)
  })
}

/** The score is minus the largest absolute z-score (ddof 0) over all columns. */
export function scoreByZ(fitted: Matrix, limit: number): Scored {
  return scoreByWorstColumn(fitted, limit, (values) => {
    const center = mean(values)
    const sd = standardDeviation(values)
    return (value) => (sd === 0 ? 0 : Math.abs(value - center) / sd)
  })
}

function scoreByWorstColumn(
  fitted: Matrix,
  limit: number,
  fitColumn: (values: Float64Array) => (value: number) => number,
): Scored {
  const score = new Float64Array(fitted.nSamples)
  for (let j = 0; j < fitted.nFeatures; j++) {
    const values = columnOf(fitted, j)
    const strangeness = fitColumn(values)
    values.forEach((value, i) => {
      score[i] = Math.min(score[i], -strangeness(value))
    })
  }
  return { score, threshold: -limit }
}

/** A score is a finite number, and beyond every threshold. */
const strangest = -1e300

function ratio(excess: number, range: number): number {
  return excess === 0 ? 0 : Math.min(excess / range, -strangest)
}
