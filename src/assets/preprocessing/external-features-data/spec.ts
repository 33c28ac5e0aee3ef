import * as v from 'valibot'
import {
  cellsReadable,
  idsToldApart,
  idsWrittenAlike,
  keysUnique,
  oneRowPerStore,
  rowsConserved,
  storesIdentified,
} from '../../shared-checks'
import { warning } from '../../check-spec'
import { defineSpec } from '../../spec'
import {
  filledColumns,
  filterCounts,
  idConflict,
  idPair,
  list,
  real,
  ruleOffers,
  storeTable,
  text,
  texts,
  unreadableCells,
} from '../../value'
import { duplicateStores, excludeStores, idMatch, missingMeansOf } from '../params'

const value = v.object({
  ...storeTable.entries,
  files: list(
    v.object({
      name: text,
      rows: real,
      stores: real,
      onlyHere: real,
      withoutStore: real,
      /** Rows of stores that are left out, and rows beyond the first of each other store. */
      excluded: real,
      repeated: real,
    }),
  ),
  nInAll: real,
  nInSome: real,
  /** Same-named columns of several files: collapsed when equal, else kept under two names. */
  collapsed: list(text),
  suffixed: list(text),
  nIdenticalRows: real,
  /** Of all files; a column that several have is named once for each. */
  filled: filledColumns,
  /** Columns in which an empty cell is zero, by their names in the joined table. */
  zeros: texts,
  unreadable: unreadableCells,
  filters: filterCounts,
  /** Ids of a file (right) that are those of an earlier file (left) only by the rules of `id_match`. */
  matchedByRule: list(v.object({ ...idPair.entries, file: text })),
  idConflicts: list(v.object({ ...idConflict.entries, file: text })),
  ruleOffers,
})
export type ExternalFeatures = v.InferOutput<typeof value>

export const externalFeaturesData = defineSpec({
  key: 'external_features_data',
  label: 'Market data',
  description: 'Every external file, joined on the store.',
  group: 'preprocessing',
  branch: 'external',
  codeVersion: '5',
  partitions: 'none',
  sources: ['external'],
  deps: {},
  params: {
    missing_means_of: missingMeansOf,
    duplicate_stores: duplicateStores,
    exclude_stores: excludeStores,
    id_match: idMatch,
  },
  value,
  checks: [
    rowsConserved,
    keysUnique,
    storesIdentified,
    oneRowPerStore,
    cellsReadable,
    warning({
      name: 'stores_in_all_files',
      description: 'Every store is in every external file.',
      next: 'Compare the store ids of the external files: a store that one lacks gets filled cells for all of its columns.',
    }),
    idsWrittenAlike,
    idsToldApart,
    warning({
      name: 'same_columns_agree',
      description: 'Columns of one name hold the same cells in every external file.',
      next: 'Find out which file is right about the columns that are named here, and leave the other ones out with ignore_features.',
    }),
  ],
})
