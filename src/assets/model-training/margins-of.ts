/**
 * (d2 - d1) / d2: 0 on the border (and where both are 0), NaN without a runner-up; below 0 where an
 * override, or the algorithm, keeps a store from its nearest centre.
 */
export function marginsOf(distances: Float64Array, runnerUpDistances: Float64Array): Float64Array {
  return distances.map((d1, row) => {
    const d2 = runnerUpDistances[row]
    return d2 === 0 ? 0 : (d2 - d1) / d2
  })
}
