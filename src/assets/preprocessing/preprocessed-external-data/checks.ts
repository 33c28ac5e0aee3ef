import { conserveStores, storesOf } from '../../conserve-stores'
import { firstFew } from '../../first-few'
import { everyStateKnown } from '../of-states'
import type { Checks } from '../../spec'
import type { Inputs } from './compute'
import type { preprocessedExternalData } from './spec'

const mostDropped = 0.5

export const checks: Checks<typeof preprocessedExternalData, Inputs> = {
  stores_conserved: (value, { external }) => conserveStores(storesOf(external), value),
  states_known: (value) => everyStateKnown(value),
  few_columns_dropped: ({ dropped }, { external }) => ({
    passed: dropped.length <= mostDropped * external.columns.length,
    metadata: {
      dropped: dropped.length,
      columns: external.columns.length,
      first: firstFew(dropped.map(({ name }) => name)),
    },
  }),
}
