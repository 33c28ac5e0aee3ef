import { asinh } from './elementary/asinh'
import { log } from './elementary/log'
import { presentOf } from './present-of'
import { quantileSorted } from './quantile'

export type Asinh = { readonly center: number; readonly scale: number }

/**
 * Median and IQR / 1.349 (the standard deviation, if the column were normal) of the values that
 * are not NaN; an IQR of 0 is taken as 1, one beyond the largest double as that.
 */
export function fitAsinh(values: Float64Array): Asinh {
  const sorted = presentOf(values).sort()
  const iqr = quantileSorted(sorted, 0.75) - quantileSorted(sorted, 0.25)
  const range = Math.min(iqr, Number.MAX_VALUE)
  return { center: quantileSorted(sorted, 0.5), scale: (range === 0 ? 1 : range) / iqrOfNormal }
}

/** arcsinh((x - center) / scale): near the median a line, far out a logarithm on both sides. */
export function transformAsinh(values: Float64Array, center: number, scale: number): Float64Array {
  return values.map((value) => {
    const ratio = (value - center) / scale
    return Math.abs(ratio) === Infinity ? farAsinh(value / 2 - center / 2, scale) : asinh(ratio)
  })
}

/** arcsinh(2 half / scale), finite also where the distance or its ratio to the scale is not. */
function farAsinh(half: number, scale: number): number {
  const ratio = half / scale
  if (Math.abs(ratio) < 1e150) return asinh(2 * ratio)
  return Math.sign(half) * (2 * Math.LN2 + log(Math.abs(half)) - log(scale))
}

const iqrOfNormal = 1.349
