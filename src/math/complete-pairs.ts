/** The rows in which both sides are present, in order. */
export function completePairs(
  a: Float64Array,
  b: Float64Array,
): { readonly a: Float64Array; readonly b: Float64Array } {
  const isComplete = (_: number, i: number) => !Number.isNaN(a[i]) && !Number.isNaN(b[i])
  return { a: a.filter(isComplete), b: b.filter(isComplete) }
}
