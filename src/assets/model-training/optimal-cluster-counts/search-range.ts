import { AssetError } from '../../failure'

type RangeParams = {
  readonly min_clusters: number
  readonly max_clusters: number
  readonly k_rule: string
  readonly n_clusters: number | null
}

/** The k to fit, ascending, and which of them the rules may choose from. */
export type SearchRange = {
  readonly ks: readonly number[]
  readonly isInRule: (k: number) => boolean
  /** The k of the rule `fixed`, as near to what was asked as the stores allow; else null. */
  readonly fixed: number | null
  /** Too few rows differ for `min_clusters`: the range is k = 1. */
  readonly isTooFew: boolean
}

/**
 * k from `min_clusters` to `max_clusters`, at most one less than there are different rows; k = 2
 * is fitted below `min_clusters` too, to be shown, and the fixed k wherever it lies. With too few
 * different rows for `min_clusters` the range is k = 1. `withOne` adds k = 1 where `min_clusters`
 * asks for no more than two: the gap statistic may find that there are no clusters.
 * @throws AssetError for a range that is empty as asked, or a fixed rule without its k.
 */
export function searchRange(params: RangeParams, nDistinct: number, withOne: boolean): SearchRange {
  const { min_clusters: least, max_clusters: most } = params
  if (least > most) throw emptyRange(least, most)
  const largest = Math.max(1, nDistinct - 1)
  const fixed = fixedK(params, largest)
  const ks = new Set<number>()
  for (let k = least; k <= Math.min(most, largest); k++) ks.add(k)
  const isTooFew = ks.size === 0
  const lower = isTooFew ? 1 : least
  ks.add(lower)
  if (withOne && least <= 2) ks.add(1)
  if (largest >= 2 && most >= 2) ks.add(2)
  if (fixed !== null) ks.add(fixed)
  return {
    ks: [...ks].sort((a, b) => a - b),
    isInRule: (k) => k === lower || k === fixed || (k >= least && k <= most),
    fixed,
    isTooFew,
  }
}

function fixedK({ k_rule, n_clusters }: RangeParams, largest: number): number | null {
  if (k_rule !== 'fixed') return null
  if (n_clusters !== null) return Math.min(n_clusters, largest)
  throw new AssetError({
    code: 'n_clusters_missing',
    message: 'The rule "fixed" does not say how many clusters.',
    path: 'n_clusters',
    hint: 'Set n_clusters, or choose another k_rule.',
  })
}

function emptyRange(least: number, most: number): AssetError {
  return new AssetError({
    code: 'cluster_range_empty',
    message: `No k is at least ${least} (min_clusters) and at most ${most} (max_clusters).`,
    path: 'min_clusters',
    hint: 'Make min_clusters at most max_clusters.',
  })
}
