import * as v from 'valibot'
import {
  cellsReadable,
  keysUnique,
  oneRowPerStore,
  rowsConserved,
  statesKnown,
  storesIdentified,
} from '../../shared-checks'
import { warning } from '../../check-spec'
import { choice, custom } from '../../schema'
import { defineSpec } from '../../spec'
import {
  filledColumns,
  filterCounts,
  maybe,
  real,
  storeTable,
  text,
  texts,
  unreadableCells,
} from '../../value'
import { duplicateStores, excludeStores, states, missingMeansOf } from '../params'

const value = v.object({
  ...storeTable.entries,
  /** What was decided for this partition, from the parameters or from the data. */
  missingMeans: v.picklist(['zero', 'unknown']),
  asShares: v.boolean(),
  filled: filledColumns,
  /** Columns in which an empty cell is zero. */
  zeros: texts,
  unreadable: unreadableCells,
  nRows: real,
  nDuplicateRows: real,
  /** Rows of stores that are left out. */
  nExcludedRows: real,
  nWithoutStore: real,
  filters: filterCounts,
  /** The column that `states` was asked of; null where it was not, or there is none. */
  stateColumn: maybe(text),
  unknownStates: texts,
})
export type StoreMetrics = v.InferOutput<typeof value>

export const internalStoreMetrics = defineSpec({
  key: 'internal_store_metrics',
  label: 'Store metrics',
  description: 'A table that already has one row per store, taken as it is or turned into shares.',
  group: 'preprocessing',
  branch: 'internal',
  codeVersion: '5',
  partitions: 'internal',
  sources: ['store_metrics'],
  deps: {},
  params: {
    missing_means: choice({
      label: 'An empty cell means',
      help: 'Auto reads an empty cell as zero when every feature is numeric and never negative, as in a table of sales. A cell that holds a word or a failed formula is always unknown.',
      default: 'auto',
      options: [
        { value: 'auto', label: 'Auto' },
        { value: 'zero', label: 'Never sold: zero' },
        { value: 'unknown', label: 'Unknown: imputed' },
      ],
    }),
    missing_means_of: missingMeansOf,
    as_shares: custom<'auto' | boolean>({
      label: 'Turn rows into shares',
      help: 'Divides each cell by its row total, so that clusters do not only tell store size. Auto does so where empty cells mean zero. Where a cell is unknown the row total is too, so every share of that row is unknown and imputed.',
      schema: v.union([v.literal('auto'), v.boolean()]),
      default: 'auto',
      control: {
        kind: 'choice',
        options: [
          { value: 'auto', label: 'Auto' },
          { value: 'true', label: 'Yes' },
          { value: 'false', label: 'No' },
        ],
      },
      expects: 'auto, true or false',
    }),
    duplicate_stores: duplicateStores,
    exclude_stores: excludeStores,
    states,
  },
  value,
  checks: [
    rowsConserved,
    keysUnique,
    storesIdentified,
    oneRowPerStore,
    cellsReadable,
    statesKnown,
    warning({
      name: 'stores_with_total',
      description: 'Every store has a known, positive total to take shares of.',
      next: 'Mend the cells of the stores that are named here, leave them out with exclude_stores, or set as_shares to false.',
    }),
  ],
})
