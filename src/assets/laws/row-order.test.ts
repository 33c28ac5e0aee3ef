import { expect, test } from 'vitest'
import { expectLaw } from '../testing/expect-law'
import { lawTimeout } from '../testing/law-seeds'
import { shuffled } from '../testing/made-table'

test(
  'the order of the rows of a file changes no value of any stage',
  async () => {
    await expectLaw({
      change: ({ storeIds, columns }, draw) => {
        const rows = shuffled(draw, [...storeIds.keys()])
        return {
          storeIds: rows.map((row) => storeIds[row]),
          columns: columns.map(({ name, cells }) => ({
            name,
            cells: rows.map((row) => cells[row]),
          })),
        }
      },
      same: (there, here, seed) => expect(here, seed).toEqual(there),
    })
  },
  lawTimeout,
)
