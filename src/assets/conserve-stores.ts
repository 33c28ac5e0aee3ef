import { firstFew } from './first-few'
import type { CheckOutcome } from './spec'

type Parted = {
  readonly storeIds: readonly string[]
  readonly excluded?: readonly { readonly storeId: string }[]
}

/** Every store that came in, kept or listed before. */
export function storesOf({ storeIds, excluded = [] }: Parted): readonly string[] {
  return [...storeIds, ...excluded.map(({ storeId }) => storeId)]
}

/** Whether each of `entered` is kept once or listed as excluded, and nobody else is. */
export function conserveStores(
  entered: readonly string[],
  { storeIds, excluded = [] }: Parted,
): CheckOutcome {
  const [before, kept] = [new Set(entered), new Set(storeIds)]
  const listed = new Set(excluded.map(({ storeId }) => storeId))
  const lost = [...before].filter((id) => kept.has(id) === listed.has(id))
  const added = [...kept, ...listed].filter((id) => !before.has(id))
  const doubled = storeIds.length - kept.size
  return {
    passed: lost.length + added.length + doubled === 0,
    metadata: {
      stores_in: before.size,
      stores_out: storeIds.length,
      excluded: listed.size,
      lost_or_doubled: lost.length + doubled,
      added: added.length,
      first: firstFew([...lost, ...added]),
    },
  }
}

/** Whether every store has one row. */
export function storesUnique(storeIds: readonly string[]): CheckOutcome {
  const seen = new Set<string>()
  const again = storeIds.filter((id) => seen.size === seen.add(id).size)
  return {
    passed: again.length === 0,
    metadata: { rows: storeIds.length, repeated: again.length, first: firstFew(again) },
  }
}
