import { checks as checksLabeling } from './cluster-analysis/cluster-labeling-analytics/checks'
import { compute as computeLabeling } from './cluster-analysis/cluster-labeling-analytics/compute'
import { checks as checksMetrics } from './cluster-analysis/cluster-metrics/checks'
import { compute as computeMetrics } from './cluster-analysis/cluster-metrics/compute'
import { checks as checksProfiles } from './cluster-analysis/cluster-profiles/checks'
import { compute as computeProfiles } from './cluster-analysis/cluster-profiles/compute'
import { checks as checksMetadata } from './cluster-analysis/feature-metadata/checks'
import { compute as computeMetadata } from './cluster-analysis/feature-metadata/compute'
import { checks as checksAssigned } from './cluster-assignment/assign-clusters/checks'
import { makeCompute as makeComputeAssigned } from './cluster-assignment/assign-clusters/compute'
import { checks as checksReduced } from './feature-engineering/dimensionality-reduced-features/checks'
import { compute as computeReduced } from './feature-engineering/dimensionality-reduced-features/compute'
import { checks as checksFiltered } from './feature-engineering/filtered-features/checks'
import { compute as computeFiltered } from './feature-engineering/filtered-features/compute'
import { checks as checksImputed } from './feature-engineering/imputed-features/checks'
import { makeCompute as makeComputeImputed } from './feature-engineering/imputed-features/compute'
import { checks as checksNormalized } from './feature-engineering/normalized-data/checks'
import { compute as computeNormalized } from './feature-engineering/normalized-data/compute'
import { checks as checksOutliers } from './feature-engineering/outlier-removed-features/checks'
import { compute as computeOutliers } from './feature-engineering/outlier-removed-features/compute'
import { checks as checksReassigned } from './merging/cluster-reassignment/checks'
import { compute as computeReassigned } from './merging/cluster-reassignment/compute'
import { checks as checksPublished } from './merging/merged-cluster-assignments/checks'
import { compute as computePublished } from './merging/merged-cluster-assignments/compute'
import { checks as checksCrossed } from './merging/merged-clusters/checks'
import { compute as computeCrossed } from './merging/merged-clusters/compute'
import { checks as checksCounts } from './model-training/optimal-cluster-counts/checks'
import { compute as computeCounts } from './model-training/optimal-cluster-counts/compute'
import { checks as checksModel } from './model-training/train-clustering-models/checks'
import { makeCompute as makeComputeModel } from './model-training/train-clustering-models/compute'
import { checks as checksExternalFeatures } from './preprocessing/external-features-data/checks'
import { compute as computeExternalFeatures } from './preprocessing/external-features-data/compute'
import { checks as checksProductMap } from './preprocessing/internal-product-category-mapping/checks'
import { compute as computeProductMap } from './preprocessing/internal-product-category-mapping/compute'
import { checks as checksRawSales } from './preprocessing/internal-raw-sales-data/checks'
import { compute as computeRawSales } from './preprocessing/internal-raw-sales-data/compute'
import { checks as checksSalesByCategory } from './preprocessing/internal-sales-by-category/checks'
import { compute as computeSalesByCategory } from './preprocessing/internal-sales-by-category/compute'
import { checks as checksStoreMetrics } from './preprocessing/internal-store-metrics/checks'
import { compute as computeStoreMetrics } from './preprocessing/internal-store-metrics/compute'
import { checks as checksPreprocessedExternal } from './preprocessing/preprocessed-external-data/checks'
import { compute as computePreprocessedExternal } from './preprocessing/preprocessed-external-data/compute'
import type { Definition } from './definition'
import type { AnySpec, Branch, Checks, Compute } from './spec'
import { external, internal, joint, preprocessing } from './specs'
import type { StageSpecs } from './branch'

/** What computes and checks an asset. Inputs are typed in the folder of the asset, any here. */
type Stage<S> = {
  // oxlint-disable-next-line typescript/no-explicit-any -- the one border where inputs of all assets meet
  readonly compute: Compute<S, any>
  // oxlint-disable-next-line typescript/no-explicit-any -- as above
  readonly checks: Checks<S, any>
}

type Single = (typeof preprocessing)[number] | (typeof joint)[number]

/** An asset that is in a list of `specs.ts` and not here does not compile. */
const singles: { readonly [S in Single as S['key']]: Stage<S> } = {
  internal_raw_sales_data: { compute: computeRawSales, checks: checksRawSales },
  internal_product_category_mapping: { compute: computeProductMap, checks: checksProductMap },
  internal_sales_by_category: { compute: computeSalesByCategory, checks: checksSalesByCategory },
  internal_store_metrics: { compute: computeStoreMetrics, checks: checksStoreMetrics },
  external_features_data: { compute: computeExternalFeatures, checks: checksExternalFeatures },
  preprocessed_external_data: {
    compute: computePreprocessedExternal,
    checks: checksPreprocessedExternal,
  },
  merged_clusters: { compute: computeCrossed, checks: checksCrossed },
  cluster_reassignment: { compute: computeReassigned, checks: checksReassigned },
  merged_cluster_assignments: { compute: computePublished, checks: checksPublished },
  cluster_profiles: { compute: computeProfiles, checks: checksProfiles },
  cluster_labeling_analytics: { compute: computeLabeling, checks: checksLabeling },
}

/** The same stages for both branches; one that `branch.ts` makes and is not here does not compile. */
function stagesOf(branch: Branch): { readonly [K in keyof StageSpecs]: Stage<StageSpecs[K]> } {
  return {
    filtered: { compute: computeFiltered, checks: checksFiltered },
    imputed: { compute: makeComputeImputed(branch), checks: checksImputed },
    normalized: { compute: computeNormalized, checks: checksNormalized },
    outliers: { compute: computeOutliers, checks: checksOutliers },
    reduced: { compute: computeReduced, checks: checksReduced },
    counts: { compute: computeCounts, checks: checksCounts },
    model: { compute: makeComputeModel(branch), checks: checksModel },
    assigned: { compute: makeComputeAssigned(branch), checks: checksAssigned },
    metrics: { compute: computeMetrics, checks: checksMetrics },
    metadata: { compute: computeMetadata, checks: checksMetadata },
  }
}

/** Every asset by key, with what computes and checks it. For the worker and the command line only. */
export const definitions: ReadonlyMap<string, Definition> = new Map(
  [
    ...[...preprocessing, ...joint].map((spec) => define(spec, singles[spec.key])),
    ...defineBranch(internal, stagesOf('internal')),
    ...defineBranch(external, stagesOf('external')),
  ].map((definition) => [definition.spec.key, definition]),
)

function defineBranch<K extends string>(
  specs: Readonly<Record<K, AnySpec>>,
  stages: Readonly<Record<K, Stage<AnySpec>>>,
): readonly Definition[] {
  return Object.entries<AnySpec>(specs).map(([name, spec]) => define(spec, stages[name as K]))
}

function define(spec: AnySpec, stage: Stage<AnySpec>): Definition {
  return { spec, ...stage }
}
