import type { StageSpecs } from '../branch'
import { compute as assign } from '../cluster-assignment/assign-clusters/compute'
import { compute as reduce } from '../feature-engineering/dimensionality-reduced-features/compute'
import type { ImputedFeatures } from '../feature-engineering/imputed-features/spec'
import { compute as normalize } from '../feature-engineering/normalized-data/compute'
import { compute as flagOutliers } from '../feature-engineering/outlier-removed-features/compute'
import { compute as searchCounts } from '../model-training/optimal-cluster-counts/compute'
import { compute as train } from '../model-training/train-clustering-models/compute'
import { defaultsOf } from './defaults-of'
import type { ParamsOf } from '../spec'
import { internal } from '../specs'

type Staged = 'normalized' | 'outliers' | 'reduced' | 'counts' | 'model'
type Overrides = { readonly [S in Staged]?: Partial<ParamsOf<StageSpecs[S]>> }

const silent = { report: () => {} }

/** Every stage from the complete matrix to the clusters, with the default parameters. */
export function runStages(imputed: ImputedFeatures, overrides: Overrides = {}) {
  const normalized = normalize({ imputed }, given('normalized', overrides))
  const outliers = flagOutliers({ normalized }, given('outliers', overrides))
  const reduced = reduce({ outliers }, given('reduced', overrides))
  const counts = searchCounts({ reduced }, given('counts', overrides), silent)
  const model = train({ counts, reduced, imputed, normalized }, given('model', overrides))
  const assigned = assign({ model, reduced, imputed })
  return { imputed, normalized, outliers, reduced, counts, model, assigned }
}

/** Default parameters of a stage with some of them replaced. */
export function given<S extends Staged>(stage: S, overrides: Overrides = {}) {
  return { ...defaultsOf(internal[stage].params), ...overrides[stage] } as ParamsOf<StageSpecs[S]>
}
