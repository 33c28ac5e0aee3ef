/** The places of the columns by importance, largest first; ties in the order given. */
export function byImportance(importance: Float64Array): readonly number[] {
  const places = Array.from(importance, (_, place) => place)
  return places.sort((a, b) => importance[b] - importance[a] || a - b)
}

/** Of the importance of all, that of each place of `order` and those before it; below 0 counts as 0. */
export function cumulativeShares(importance: Float64Array, order: readonly number[]): Float64Array {
  const total = order.reduce((sum, place) => sum + Math.max(0, importance[place]), 0)
  let sum = 0
  return Float64Array.from(order, (place) => {
    sum += Math.max(0, importance[place])
    return total === 0 ? 0 : sum / total
  })
}

/**
 * The fewest columns, most important first, that hold `share` of the importance of all, and those
 * that must be kept. At least one; all of them where none has any importance: nothing speaks for
 * one over another.
 */
export function keepShare(
  importance: Float64Array,
  share: number,
  mustKeep: (place: number) => boolean,
): ReadonlySet<number> {
  const order = byImportance(importance)
  if (order.length === 0 || importance[order[0]] <= 0) return new Set(order)
  const shares = cumulativeShares(importance, order)
  const kept = order.filter((place, i) => i === 0 || shares[i - 1] < share || mustKeep(place))
  return new Set(kept.filter((place) => importance[place] > 0 || mustKeep(place)))
}
