import type { Checks } from '../../spec'
import type { Inputs } from './compute'
import type { mergedClusters } from './spec'

export const checks: Checks<ReturnType<typeof mergedClusters>, Inputs> = {
  stores_reconciled: ({ storeIds, onlyInternal, onlyExternal }, { internal, external }) => ({
    passed:
      isUnion(internal.storeIds, storeIds, onlyInternal) &&
      isUnion(external.storeIds, storeIds, onlyExternal),
    metadata: {
      internal: internal.storeIds.length,
      external: external.storeIds.length,
      both: storeIds.length,
      only_internal: onlyInternal.length,
      only_external: onlyExternal.length,
    },
  }),
  some_stores_in_both: ({ storeIds, onlyInternal, onlyExternal }) => ({
    passed: storeIds.length > 0,
    metadata: {
      both: storeIds.length,
      first_only_internal: onlyInternal[0] ?? null,
      first_only_external: onlyExternal[0] ?? null,
    },
  }),
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
