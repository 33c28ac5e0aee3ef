import { expect, test } from 'vitest'
import type { Clustered } from '../testing/cluster-table'
import { expectLaw, type Law } from '../testing/expect-law'
import { lawTimeout } from '../testing/law-seeds'
import type { MadeTable } from '../testing/made-table'

const added = 'more'

function withColumn(table: MadeTable, cell: number | string): MadeTable {
  const cells = table.storeIds.map(() => cell)
  return { ...table, columns: [...table.columns, { name: added, cells }] }
}

/** Every value of every stage, but for the note that the column was left out. */
const same: Law['same'] = (there, here, seed) => {
  const without = ({ filtered, ...rest }: Clustered) => ({
    ...rest,
    filtered: { ...filtered, dropped: filtered.dropped.filter(({ name }) => name !== added) },
  })
  expect(without(here), seed).toEqual(without(there))
  expect(here.filtered.dropped.length, seed).toBe(there.filtered.dropped.length + 1)
}

/** A share of each store that is the same everywhere would change what the shares add up to. */
test(
  'a constant column, of a number or of a text, changes no value of any stage',
  async () => {
    await expectLaw({
      kind: { hasShares: false },
      change: (table, draw) => withColumn(table, draw.uniform() < 0.5 ? 'same' : 7.5),
      same,
    })
  },
  lawTimeout,
)

test(
  'a column without a cell changes no value of any stage',
  async () => {
    await expectLaw({ change: (table) => withColumn(table, ''), same })
  },
  lawTimeout,
)
