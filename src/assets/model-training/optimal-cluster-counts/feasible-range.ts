import type { ComputeContext } from '../../spec'
import type { FitParams } from '../params'
import { assertSizes, sizeFault } from '../size-bounds'
import type { SearchRange } from './search-range'

type Situation = { readonly params: FitParams; readonly log: ComputeContext['log'] }

/**
 * The k of the range that can keep size_min and size_max; the others are left out, with the reason
 * in the log.
 * @throws AssetError where no k can, or the fixed one cannot.
 */
export function feasibleRange(
  range: SearchRange,
  nStores: number,
  { params, log }: Situation,
): SearchRange {
  const ks = range.ks.filter((k) => sizeFault(nStores, k, params) === null)
  if (ks.length === range.ks.length) return range
  const mustBe = range.fixed ?? (ks.some(range.isInRule) ? null : nearestToBounds(range, params))
  if (mustBe !== null) assertSizes(nStores, mustBe, params)
  for (const k of range.ks) {
    const fault = sizeFault(nStores, k, params)
    if (fault !== null) log('info', `k = ${k} is left out: ${fault.message}`)
  }
  return { ...range, ks }
}

/** Where no k can keep the bounds: few clusters are easiest to fill, many hold the most. */
function nearestToBounds({ ks, isInRule }: SearchRange, { size_min }: FitParams): number {
  const inRule = ks.filter(isInRule)
  return inRule[size_min === null ? inRule.length - 1 : 0] ?? 1
}
