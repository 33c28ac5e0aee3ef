import { firstFew } from '../../first-few'
import { toldApart, wouldMatch, writtenAlike } from '../../id-matching'
import type { Checks } from '../../spec'
import type { Inputs } from './compute'
import { labelledIn } from './separate-pairs'
import type { mergedClusters } from './spec'

/** Market data may cover stores that do not sell the category; a store that sells should be in it. */
const mostOnlyInternal = 0.1
const mostOnlyExternal = 0.5

export const checks: Checks<ReturnType<typeof mergedClusters>, Inputs> = {
  stores_reconciled: (
    { storeIds, externalStoreIds, separate, onlyInternal, onlyExternal },
    { internal, external },
  ) => ({
    passed:
      storeIds.length === externalStoreIds.length &&
      isUnion(labelledIn(internal), onlyInternal, [
        ...storeIds,
        ...separate.map(({ storeId }) => storeId),
      ]) &&
      isUnion(labelledIn(external), onlyExternal, [
        ...externalStoreIds,
        ...separate.map(({ externalStoreId }) => externalStoreId),
      ]),
    metadata: {
      internal: labelledIn(internal).length,
      external: labelledIn(external).length,
      both: storeIds.length,
      separate: separate.length,
      only_internal: onlyInternal.length,
      only_external: onlyExternal.length,
    },
  }),
  some_stores_in_both: ({ storeIds, onlyInternal, onlyExternal, ruleOffers }) => ({
    passed: storeIds.length > 0,
    metadata: {
      both: storeIds.length,
      first_only_internal: firstFew(onlyInternal),
      first_only_external: firstFew(onlyExternal),
      would_match: wouldMatch(ruleOffers),
    },
  }),
  most_stores_in_both: ({ storeIds, onlyInternal, onlyExternal }) => {
    const [internal, external] = [onlyInternal, onlyExternal].map((only) =>
      only.length === 0 ? 0 : only.length / (only.length + storeIds.length),
    )
    return {
      passed: internal <= mostOnlyInternal && external <= mostOnlyExternal,
      metadata: {
        only_internal: onlyInternal.length,
        only_external: onlyExternal.length,
        both: storeIds.length,
        first_only_internal: firstFew(onlyInternal),
        first_only_external: firstFew(onlyExternal),
      },
    }
  },
  ids_written_alike: ({ ruleOffers }) => writtenAlike(ruleOffers),
  ids_told_apart: (value) => toldApart(value),
}

/** Whether the two parts are disjoint and together hold exactly the stores of `whole`. */
function isUnion(
  whole: readonly string[],
  part: readonly string[],
  otherPart: readonly string[],
): boolean {
  const union = new Set([...part, ...otherPart])
  return (
    union.size === part.length + otherPart.length &&
    union.size === whole.length &&
    whole.every((id) => union.has(id))
  )
}
