import { adjustedRandIndex } from '../../../math/adjusted-rand-index'
import { mean } from '../../../math/mean'
import type { Fit } from '../fit'

/** An inertia that is at most this many times that of the fit counts as good as it. */
const asGood = 1.01

/**
 * How alike the fit and the other starts that fit as well are: their mean adjusted Rand index, or
 * null where none comes near. It stands for fits with another seed, at the price of a comparison.
 */
export function seedAgreement({
  labels,
  inertia,
  runnersUp,
}: Pick<Fit, 'labels' | 'inertia' | 'runnersUp'>): number | null {
  const rivals = runnersUp.filter((rival) => rival.inertia <= asGood * inertia)
  if (rivals.length === 0) return null
  return mean(Float64Array.from(rivals, (rival) => adjustedRandIndex(labels, rival.labels)))
}
