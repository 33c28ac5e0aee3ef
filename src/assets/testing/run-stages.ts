import type { StageSpecs } from '../branch'
import { makeCompute as makeAssign } from '../cluster-assignment/assign-clusters/compute'
import { compute as reduce } from '../feature-engineering/dimensionality-reduced-features/compute'
import type { ImputedFeatures } from '../feature-engineering/imputed-features/spec'
import { compute as normalize } from '../feature-engineering/normalized-data/compute'
import { compute as flagOutliers } from '../feature-engineering/outlier-removed-features/compute'
import { compute as searchCounts } from '../model-training/optimal-cluster-counts/compute'
import { makeCompute as makeTrain } from '../model-training/train-clustering-models/compute'
import type { ClusteringModel } from '../model-training/train-clustering-models/spec'
import { defaultsOf } from './defaults-of'
import type { ParamsOf } from '../spec'
import { internal } from '../specs'
import { silent } from './silent'
import { undecided } from './undecided'

/** A file that is taken as it is. */
const table = { columns: [], labels: [] }

type Staged = 'normalized' | 'outliers' | 'reduced' | 'counts' | 'model'
type Overrides = { readonly [S in Staged]?: Partial<ParamsOf<StageSpecs[S]>> }

/**
 * Every stage from the complete matrix to the clusters, with the default parameters; ids are carried
 * on from a baseline where one is given.
 */
export function runStages(
  imputed: ImputedFeatures,
  overrides: Overrides = {},
  baseline: ClusteringModel | null = null,
) {
  const normalized = normalize({ imputed }, given('normalized', overrides))
  const outliers = flagOutliers({ normalized }, given('outliers', overrides), silent)
  const reduced = reduce({ outliers }, given('reduced', overrides), { memoryBudget: Infinity })
  const counts = searchCounts({ reduced }, given('counts', overrides), silent)
  const trained = { table, counts, reduced, imputed, normalized }
  const model = makeTrain('internal')(trained, given('model', overrides), { ...silent, baseline })
  const assigned = makeAssign('internal')({ model, reduced, imputed }, {}, undecided)
  return { table, imputed, normalized, outliers, reduced, counts, model, assigned }
}

/** Default parameters of a stage with some of them replaced. */
export function given<S extends Staged>(stage: S, overrides: Overrides = {}) {
  return { ...defaultsOf(internal[stage].params), ...overrides[stage] } as ParamsOf<StageSpecs[S]>
}
