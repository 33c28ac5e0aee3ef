/**
 * Ranks from 1, equal values share the average of theirs (scipy `rankdata`, method `average`).
 * The values must hold no NaN.
 */
export function ranks(values: Float64Array): Float64Array {
  const order = Int32Array.from(values.keys()).sort((i, j) => values[i] - values[j])
  const result = new Float64Array(values.length)
  let start = 0
  for (let end = 1; end <= order.length; end++) {
    if (end < order.length && values[order[end]] === values[order[start]]) continue
    const shared = (start + 1 + end) / 2
    for (let at = start; at < end; at++) result[order[at]] = shared
    start = end
  }
  return result
}
