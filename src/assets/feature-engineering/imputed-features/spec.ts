import * as v from 'valibot'
import { storesConserved } from '../../shared-checks'
import { stopping, warning } from '../../check-spec'
import { choice, custom, integer, onlyWith } from '../../schema'
import { type AnySpec, type Branch, defineSpec } from '../../spec'
import { exclusion, float64, int32, list, maybe, real, text, texts, uint8 } from '../../value'

/** How each kept column was imputed and encoded: enough to repeat it on new rows. */
export const imputedColumns = list(
  v.object({
    name: text,
    type: v.picklist(['number', 'text', 'boolean', 'date']),
    /** What every missing cell takes; null where nothing is filled, or each store takes its own value. */
    fill: v.union([real, text, v.null()]),
    /** Smallest and largest value taken where each store takes its own; null elsewhere. */
    fillRange: maybe(v.object({ low: real, high: real })),
    nFilled: real,
    encoding: maybe(v.picklist(['one_hot', 'ordinal'])),
    levels: texts,
  }),
)

/** How number columns are filled from one another; null where each is filled by itself. */
export const imputer = maybe(
  v.variant('kind', [
    v.object({
      kind: v.literal('knn'),
      columns: texts,
      nFeatures: real,
      nNeighbors: real,
      /** Stores that values are taken from x columns, row-major; their missing cells are NaN. */
      donors: float64,
      scaler: v.object({ center: float64, scale: float64 }),
    }),
    v.object({
      kind: v.literal('iterative'),
      columns: texts,
      nFeatures: real,
      means: float64,
      order: int32,
      nRounds: real,
      /** Rounds x columns in `order` x (a coefficient per column, then the intercept). */
      coefficients: float64,
    }),
  ]),
)

const value = v.object({
  storeIds: texts,
  featureNames: texts,
  /** Column each feature came from: differs from its name for one-hot levels. */
  origins: texts,
  /** nSamples x nFeatures, row-major. */
  X: float64,
  isCompositional: v.boolean(),
  /** 1 where the store had at least one observed feature; others are left out of every fit. */
  hasData: uint8,
  /** 1 per imputed cell, nSamples x nFeatures. */
  filled: uint8,
  columns: imputedColumns,
  imputer,
  excluded: list(exclusion),
})
export type ImputedFeatures = v.InferOutput<typeof value>

export const imputedFeatures = (branch: Branch, filtered: AnySpec) =>
  defineSpec({
    key: `${branch}_imputed_features`,
    label: 'Imputed features',
    description: 'Missing cells filled, text columns encoded: a complete matrix.',
    group: 'feature_engineering',
    branch,
    codeVersion: '3',
    partitions: branch,
    sources: [],
    deps: { filtered },
    params: {
      imputation_type: choice({
        label: 'Method',
        help: 'Simple fills each column with one value. Nearest stores takes the mean of the stores that are most alike. Iterative predicts each number column from the others. None expects no missing cells.',
        default: 'simple',
        options: [
          { value: 'simple', label: 'Simple' },
          { value: 'knn', label: 'Nearest stores' },
          { value: 'iterative', label: 'Iterative (regression)' },
          { value: 'none', label: 'None' },
        ],
      }),
      numeric_imputation: onlyWith(
        'imputation_type',
        ['simple'],
        custom<'mean' | 'median' | 'mode' | 'drop' | number>({
          label: 'Numbers take',
          help: 'Of method simple: the column mean, median or mode, a fixed number, or drop the store.',
          schema: v.union([
            v.picklist(['mean', 'median', 'mode', 'drop']),
            v.pipe(v.number(), v.finite()),
          ]),
          default: 'mean',
          control: { kind: 'scalar' },
          expects: 'mean, median, mode, drop or a number',
        }),
      ),
      categorical_imputation: custom<string>({
        label: 'Text takes',
        help: 'The most frequent level (mode), drop the store, or a fixed text.',
        schema: v.string(),
        default: 'mode',
        control: { kind: 'scalar' },
        expects: 'mode, drop or a text',
      }),
      knn_neighbors: onlyWith(
        'imputation_type',
        ['knn'],
        integer({
          label: 'Nearest stores',
          help: 'How many stores a missing number is the mean of, with method nearest stores.',
          default: 5,
          min: 1,
          max: 1000,
        }),
      ),
      encoding: choice({
        label: 'Text columns become',
        help: 'One column per level, or one column with the rank of the level.',
        default: 'one_hot',
        options: [
          { value: 'one_hot', label: 'One column per level' },
          { value: 'ordinal', label: 'Ranks' },
        ],
      }),
    },
    value,
    checks: [
      storesConserved,
      stopping({
        name: 'matrix_complete',
        description: 'Every cell holds a finite number.',
        next: 'Set imputation_type to simple, knn or iterative so that empty cells are filled, or leave the column that is named here out with ignore_features.',
      }),
      warning({
        name: 'stores_with_data',
        description: 'Every store has at least one observed feature.',
        next: 'Add the stores that are named here to the file: until then their cluster is that of the average store.',
      }),
      warning({
        name: 'few_cells_filled',
        description: 'At most 20 % of the cells were filled.',
        next: 'Lower max_missing to leave the emptiest columns out, or fill the columns that are named here in the file.',
      }),
      warning({
        name: 'columns_mostly_filled',
        description: 'Every feature was observed in at least half of the stores.',
        next: 'Leave the columns that are named here out with ignore_features, or lower max_missing: they mostly hold the filled value.',
      }),
    ],
  })
