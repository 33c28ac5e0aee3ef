import * as v from 'valibot'
import { storesConserved } from '../../shared-checks'
import { stopping, warning } from '../../check-spec'
import { idMatch } from '../../preprocessing/params'
import { custom, integer, names, number, nullable, type Param } from '../../schema'
import { type Branch, type Dep, type Deps, defineSpec } from '../../spec'
import type { IdMatch } from '../../../table/id-rules'
import { column, exclusion, list, maybe, real, text, texts } from '../../value'
import { selectionParams } from './selection/params'
import { selection } from './selection/value'

const value = v.object({
  storeIds: texts,
  /** Kept features, sorted by name (code units); still with missing cells and text. */
  columns: list(column),
  isCompositional: v.boolean(),
  dropped: list(
    v.object({
      name: text,
      /** ignored, id_like, geo, date, label, constant, all_missing, missing, levels, variance, correlation, association, selection */
      code: text,
      detail: text,
      twin: maybe(text),
      r: maybe(real),
    }),
  ),
  /** Null unless `feature_selection` asks for it. */
  selection: maybe(selection),
  /** Names of the settings that no column has, with the nearest one that there is. */
  unknownNames: list(v.object({ parameter: text, name: text, nearest: maybe(text) })),
  /** Those of the table, and stores of the market data beyond the category of the partition. */
  excluded: list(exclusion),
})
export type FilteredFeatures = v.InferOutput<typeof value>

export type FeatureSources = {
  /** The branch's one-row-per-store table. */
  readonly table: Dep
  /** Restricts external stores to those of the category, when `external_scope` asks for it. */
  readonly scope: ConditionalDep | null
  /** What features are selected by, when `feature_selection` asks for it. */
  readonly clusters: ConditionalDep | null
}

type ConditionalDep = Extract<Dep, { readonly when: unknown }>

/** Only where stores of one file are found in the other one. */
function scoping(hasScope: boolean): { readonly id_match?: Param<IdMatch> } {
  return hasScope ? { id_match: idMatch } : {}
}

/** Only where there are clusters of another branch to select by. */
function selecting(hasClusters: boolean): Partial<typeof selectionParams> {
  return hasClusters ? selectionParams : {}
}

function depsOf({ table, scope, clusters }: FeatureSources): Deps {
  return { table, ...(scope && { scope }), ...(clusters && { clusters }) }
}

export const filteredFeatures = (branch: Branch, sources: FeatureSources) =>
  defineSpec({
    key: `${branch}_filtered_features`,
    label: 'Filtered features',
    description: 'The columns that become features, and why each other one does not.',
    group: 'feature_engineering',
    branch,
    codeVersion: '6',
    partitions: branch,
    sources: [],
    deps: depsOf(sources),
    params: {
      ...scoping(sources.scope !== null),
      ignore_features: names({
        label: 'Leave out by name',
        help: 'Columns never used as features.',
      }),
      keep_features: names({
        label: 'Always keep',
        help: 'Columns kept whatever the limits below say.',
      }),
      max_missing: nullable(
        number({
          label: 'Missing allowed',
          help: 'Columns with a larger share of missing cells are left out; null keeps all.',
          default: 0.4,
          min: 0,
          max: 1,
          step: 0.05,
        }),
      ),
      min_variance: nullable(
        number({
          label: 'Least variance',
          help: 'Columns whose variance after min-max scaling is not above this are left out; null keeps all.',
          default: 0,
          min: 0,
          max: 0.25,
          step: 0.01,
        }),
      ),
      max_correlation: nullable(
        number({
          label: 'Correlation limit',
          help: 'Of two columns whose Pearson r is stronger than this, the later by name is left out; null keeps both.',
          default: 0.95,
          min: 0,
          max: 1,
          step: 0.05,
        }),
      ),
      min_association: custom<'auto' | number | null>({
        label: 'Least association',
        help: 'Numeric columns whose strongest Spearman r with any other is not above this are noise; auto is the larger of 0.1 and 3 / sqrt(n), null keeps all.',
        schema: v.nullable(
          v.union([v.literal('auto'), v.pipe(v.number(), v.minValue(0), v.maxValue(1))]),
        ),
        default: 'auto',
        control: { kind: 'scalar' },
        expects: 'auto, a number from 0 to 1, or null',
      }),
      max_categories: nullable(
        integer({
          label: 'Most levels',
          help: 'Text columns with more distinct values are left out; null keeps all.',
          default: 12,
          min: 2,
          max: 1000,
        }),
      ),
      ...selecting(sources.clusters !== null),
    },
    value,
    checks: [
      storesConserved,
      stopping({
        name: 'stores_left',
        description:
          'There are at least two stores to group: one by itself has nothing to differ from.',
        next: 'Add the rows of more stores to the file, or leave out fewer: see exclude_stores, states, and the stores of the exceptions file with their reasons.',
      }),
      stopping({
        name: 'features_left',
        description: 'At least one feature is left to cluster by.',
        next: 'Loosen max_missing, min_variance or min_association, or name columns in keep_features: each dropped column has its reason.',
      }),
      warning({
        name: 'few_cells_missing',
        description: 'At most 20 % of the cells that could be features are missing.',
        next: 'Fill the columns that are named here in the file, or lower max_missing to leave them out.',
      }),
      warning({
        name: 'no_constant_features',
        description: 'No column holds a single value.',
        next: 'See that the columns that are named here were read as meant; to silence this, name them in ignore_features.',
      }),
      warning({
        name: 'no_id_features',
        description: 'No feature is an id of the store or of the row.',
        next: 'Take the columns that are named here out of keep_features, or name them in ignore_features: ids make clusters of chance.',
      }),
      warning({
        name: 'no_geo_features',
        description: 'No feature is a coordinate.',
        next: 'Take the columns that are named here out of keep_features, unless stores shall be grouped by where they lie.',
      }),
      warning({
        name: 'no_sensitive_features',
        description: 'No feature describes race, ethnicity or religion.',
        next: 'Decide whether stores may be grouped by the columns that are named here; if not, name them in ignore_features.',
      }),
      warning({
        name: 'levels_are_common',
        description: 'Every text of a feature is shared by at least three stores.',
        next: 'Put the rare texts that are named here under a common one in the file, or lower max_categories to leave the column out.',
      }),
      warning({
        name: 'levels_are_known',
        description: 'No text of a feature means that nothing is known.',
        next: 'Name the texts that are listed here as null tokens of the file, so that they are filled instead of made a group.',
      }),
      warning({
        name: 'names_are_known',
        description: 'Every column that the settings name is in the table.',
        next: 'Correct the names that are listed here; a column that only one branch has is named in the section of that branch, internal or external.',
      }),
      warning({
        name: 'features_predict_clusters',
        description: 'Selected features tell the internal clusters better than their sizes do.',
        next: 'Set feature_selection to none, or name another selection_category: what is ranked by chance is selected by chance.',
      }),
    ],
  })
