import { expect, test } from 'vitest'
import { expectLaw } from '../testing/expect-law'
import { lawTimeout } from '../testing/law-seeds'
import { shuffled } from '../testing/made-table'

test(
  'the order of the columns of a file changes no value of any stage',
  async () => {
    await expectLaw({
      change: (table, draw) => ({ ...table, columns: shuffled(draw, table.columns) }),
      same: (there, here, seed) => expect(here, seed).toEqual(there),
    })
  },
  lawTimeout,
)
