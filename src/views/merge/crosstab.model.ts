import { formatCount } from '../../ui/number-format'

/** What to see in the crossing: how many pairs exist at all, and how many are small. */
export function crosstabTitle(counts: ArrayLike<number>, minSize: number): string {
  const { nFilled, nSmall } = countSmall(counts, minSize)
  const meet = `${formatCount(nFilled)} of ${formatCount(counts.length)} pairs have stores`
  if (nSmall === 0) return `${meet}, none too few`
  return `${meet}, ${nSmall === nFilled ? 'all' : formatCount(nSmall)} of them too few`
}

/** What becomes of the stores of a hatched cell; with no large cluster they have nowhere to go. */
export function fateOfSmall(
  counts: ArrayLike<number>,
  { minSize, isApplied }: { readonly minSize: number; readonly isApplied: boolean },
): string {
  const { nFilled, nSmall } = countSmall(counts, minSize)
  if (nSmall === nFilled) return 'no cluster to move to'
  return isApplied ? 'stores move' : 'stores would move'
}

function countSmall(counts: ArrayLike<number>, minSize: number) {
  const sizes = Array.from(counts).filter((count) => count > 0)
  return { nFilled: sizes.length, nSmall: sizes.filter((size) => size < minSize).length }
}
