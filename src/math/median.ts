import { quantile } from './quantile'

/** Median of the values that are not NaN (numpy `nanmedian`); NaN when there is none. */
export function median(values: Float64Array): number {
  return quantile(values, 0.5)
}
