import { expect, test } from 'vitest'
import { compareText } from '../../table/compare-text'
import { expectLaw } from '../testing/expect-law'
import { figuresOf } from '../testing/figures-of'
import { lawTimeout } from '../testing/law-seeds'

/** Another name for each id; names are in the order of the ids. */
function renaming(storeIds: readonly string[]): ReadonlyMap<string, string> {
  const sorted = [...storeIds].sort(compareText)
  return new Map(sorted.map((id, i) => [id, `K-${String(1000 + 7 * i)}`]))
}

test(
  'other store ids in the same order change nothing but the ids',
  async () => {
    await expectLaw({
      change: (table) => {
        const names = renaming(table.storeIds)
        return { ...table, storeIds: table.storeIds.map((id) => names.get(id) ?? id) }
      },
      same: (there, here, seed) => {
        const names = renaming(there.filtered.storeIds)
        const renamed = there.assigned.storeIds.map((id) => names.get(id))
        expect(here.assigned.storeIds, seed).toEqual(renamed)
        expect(figuresOf(here), seed).toEqual(figuresOf(there))
      },
    })
  },
  lawTimeout,
)
