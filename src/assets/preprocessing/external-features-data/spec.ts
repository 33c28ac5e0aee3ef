import * as v from 'valibot'
import { defineSpec } from '../../spec'
import { list, real, storeTable, text } from '../../value'
import { duplicateStores, excludeStores } from '../params'

const value = v.object({
  ...storeTable.entries,
  files: list(
    v.object({ name: text, rows: real, stores: real, onlyHere: real, withoutStore: real }),
  ),
  nInAll: real,
  nInSome: real,
  /** Same-named columns of several files: collapsed when equal, else kept under two names. */
  collapsed: list(text),
  suffixed: list(text),
  nIdenticalRows: real,
})
export type ExternalFeatures = v.InferOutput<typeof value>

export const externalFeaturesData = defineSpec({
  key: 'external_features_data',
  label: 'Market data',
  description: 'Every external file, joined on the store.',
  group: 'preprocessing',
  branch: 'external',
  codeVersion: '1',
  partitions: 'none',
  sources: ['external'],
  deps: {},
  params: { duplicate_stores: duplicateStores, exclude_stores: excludeStores },
  value,
  checks: [
    {
      name: 'stores_identified',
      description: 'Every row of every external file names its store.',
      severity: 'warn',
      blocking: false,
    },
    {
      name: 'stores_in_all_files',
      description: 'Every store is in every external file.',
      severity: 'warn',
      blocking: false,
    },
  ],
})
