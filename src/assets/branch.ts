import { assignClusters } from './cluster-assignment/assign-clusters/spec'
import { clusterMetrics } from './cluster-analysis/cluster-metrics/spec'
import { featureMetadata } from './cluster-analysis/feature-metadata/spec'
import { dimensionalityReducedFeatures } from './feature-engineering/dimensionality-reduced-features/spec'
import { type FeatureSources, filteredFeatures } from './feature-engineering/filtered-features/spec'
import { imputedFeatures } from './feature-engineering/imputed-features/spec'
import { normalizedData } from './feature-engineering/normalized-data/spec'
import { outlierRemovedFeatures } from './feature-engineering/outlier-removed-features/spec'
import { optimalClusterCounts } from './model-training/optimal-cluster-counts/spec'
import { trainClusteringModels } from './model-training/train-clustering-models/spec'
import type { Branch } from './spec'

/** The stages of one branch, from its one-row-per-store table to its clusters: one list for both. */
export function makeBranch(branch: Branch, sources: FeatureSources) {
  const filtered = filteredFeatures(branch, sources)
  const imputed = imputedFeatures(branch, filtered)
  const normalized = normalizedData(branch, imputed)
  const outliers = outlierRemovedFeatures(branch, normalized)
  const reduced = dimensionalityReducedFeatures(branch, outliers)
  const counts = optimalClusterCounts(branch, reduced)
  const model = trainClusteringModels(branch, {
    table: sources.table,
    counts,
    reduced,
    imputed,
    normalized,
  })
  const assigned = assignClusters(branch, { model, reduced, imputed })
  const metrics = clusterMetrics(branch, { assigned, model, reduced })
  const metadata = featureMetadata(branch, { filtered, imputed, normalized, assigned })
  return {
    filtered,
    imputed,
    normalized,
    outliers,
    reduced,
    counts,
    model,
    assigned,
    metrics,
    metadata,
  } as const
}

/** The specs of a branch's stages, for typing: `ParamsOf<StageSpecs['filtered']>`. */
export type StageSpecs = ReturnType<typeof makeBranch>
