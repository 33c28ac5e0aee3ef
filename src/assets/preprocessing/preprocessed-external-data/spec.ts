import * as v from 'valibot'
import { statesKnown, storesConserved } from '../../shared-checks'
import { warning } from '../../check-spec'
import { custom } from '../../schema'
import { defineSpec } from '../../spec'
import { filterCounts, list, maybe, real, storeTable, text, texts } from '../../value'
import { externalFeaturesData } from '../external-features-data/spec'
import { states } from '../params'

const regionRule = v.object({
  column: v.string(),
  values: v.array(v.string()),
  region: v.string(),
})

const value = v.object({
  ...storeTable.entries,
  dropped: list(v.object({ name: text, reason: text })),
  /** Kept columns in which an empty cell is zero. */
  zeros: texts,
  nRows: real,
  filters: filterCounts,
  /** The column that `states` was asked of; null where it was not, or there is none. */
  stateColumn: maybe(text),
  unknownStates: texts,
})
export type PreprocessedExternal = v.InferOutput<typeof value>

export const preprocessedExternalData = defineSpec({
  key: 'preprocessed_external_data',
  label: 'Joined and typed',
  description: 'The joined external table without columns that are mostly empty; regions added.',
  group: 'preprocessing',
  branch: 'external',
  codeVersion: '4',
  partitions: 'none',
  sources: [],
  deps: { external: externalFeaturesData },
  params: {
    states,
    max_null_share: custom<number | null>({
      label: 'Empty cells allowed',
      help: 'Columns with a larger share of empty cells are dropped before feature engineering; null keeps all.',
      schema: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
      default: null,
      control: { kind: 'scalar' },
      expects: 'a share from 0 to 1, or null',
    }),
    region_rules: custom<readonly v.InferOutput<typeof regionRule>[]>({
      label: 'Region rules',
      help: 'Each rule gives stores whose column holds one of the values a region, kept as a label.',
      schema: v.array(regionRule),
      default: [],
      control: { kind: 'rules' },
      expects: 'a list of { column, values, region }',
    }),
  },
  value,
  checks: [
    storesConserved,
    statesKnown,
    warning({
      name: 'few_columns_dropped',
      description: 'At most half of the columns are too empty to use.',
      next: 'Raise max_null_share, or fill the columns that are named here in the external files.',
    }),
  ],
})
