import { extent } from './extent'
import { mean } from './mean'

/**
 * Share of a feature's variance that lies between the clusters, 0..1 (eta squared, the effect size
 * of a one-way analysis of variance). Rows with a missing value or label -1 are left out; NaN when
 * nothing is left or the values are all equal.
 */
export function etaSquared(values: Float64Array, labels: Int32Array): number {
  const counted = values.map((value, i) => (labels[i] < 0 ? NaN : value))
  const { min, max } = extent(counted)
  if (!(min < max)) return NaN
  const unit = Math.max(Math.abs(min), Math.abs(max))
  const center = mean(counted) / unit
  const groups = new Map<number, { sum: number; n: number }>()
  let total = 0
  for (let i = 0; i < counted.length; i++) {
    if (Number.isNaN(counted[i])) continue
    const deviation = counted[i] / unit - center
    const group = groups.get(labels[i]) ?? { sum: 0, n: 0 }
    groups.set(labels[i], { sum: group.sum + deviation, n: group.n + 1 })
    total += deviation ** 2
  }
  let between = 0
  for (const { sum, n } of groups.values()) between += sum ** 2 / n
  return Math.min(1, between / total)
}
