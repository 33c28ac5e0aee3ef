/** Smallest and largest of the values that are not NaN; both NaN when there is none. */
export function extent(values: Float64Array): { readonly min: number; readonly max: number } {
  let min = NaN
  let max = NaN
  for (const value of values) {
    if (Number.isNaN(value)) continue
    if (!(value >= min)) min = value
    if (!(value <= max)) max = value
  }
  return { min, max }
}
