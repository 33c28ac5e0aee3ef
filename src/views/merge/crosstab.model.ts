import { formatCount } from '../../ui/number-format'

/** What to see in the crossing: how many pairs exist at all, and how many are small. */
export function crosstabTitle(counts: ArrayLike<number>, minSize: number): string {
  const sizes = Array.from(counts).filter((count) => count > 0)
  const nSmall = sizes.filter((size) => size < minSize).length
  const meet = `${formatCount(sizes.length)} of ${formatCount(counts.length)} pairs have stores`
  return nSmall === 0 ? `${meet}, none too few` : `${meet}, ${formatCount(nSmall)} of them too few`
}
