/** The values without their missing cells (NaN), in order. */
export function presentOf(values: Float64Array): Float64Array {
  return values.filter((value) => !Number.isNaN(value))
}
