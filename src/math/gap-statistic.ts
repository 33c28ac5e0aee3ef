import { log } from './elementary/log'
import { mean } from './mean'
import { standardDeviation } from './standard-deviation'

/** How far the dispersion of a clustering lies under that of rows without clusters. */
export type Gap = {
  readonly gap: number
  /** Standard error of the reference, s = sd sqrt(1 + 1 / B). */
  readonly error: number
}

/**
 * Gap statistic (Tibshirani, Walther and Hastie 2001): mean log dispersion of the B reference sets
 * less that of the data, and its error; sd with ddof 0, as in the paper. Both are NaN where a
 * dispersion is 0, for its logarithm has no value.
 */
export function gapStatistic(dispersion: number, references: Float64Array): Gap {
  const logs = references.map(log)
  const gap = mean(logs) - log(dispersion)
  const error = standardDeviation(logs) * Math.sqrt(1 + 1 / logs.length)
  return Number.isFinite(gap) && Number.isFinite(error) ? { gap, error } : { gap: NaN, error: NaN }
}

export type GapOfK = Gap & { readonly k: number }

/**
 * The smallest k with Gap(k) >= Gap(k + 1) - s(k + 1), the largest k where none has; null with
 * fewer than two k, or a gap without value. `gaps` ascend by k; two that are not one apart are not
 * compared.
 */
export function pickByGap(gaps: readonly GapOfK[]): number | null {
  if (gaps.length < 2 || gaps.some(({ gap }) => Number.isNaN(gap))) return null
  const enough = gaps.find(({ k, gap }, at) => {
    const next = gaps[at + 1]
    return next?.k === k + 1 && gap >= next.gap - next.error
  })
  return enough?.k ?? gaps[gaps.length - 1].k
}
