import { makeBranch, type StageSpecs } from './branch'
import { clusterLabelingAnalytics } from './cluster-analysis/cluster-labeling-analytics/spec'
import { clusterProfiles } from './cluster-analysis/cluster-profiles/spec'
import { clusterReassignment } from './merging/cluster-reassignment/spec'
import { mergedClusterAssignments } from './merging/merged-cluster-assignments/spec'
import { mergedClusters } from './merging/merged-clusters/spec'
import { externalFeaturesData } from './preprocessing/external-features-data/spec'
import { internalProductCategoryMapping } from './preprocessing/internal-product-category-mapping/spec'
import { internalRawSalesData } from './preprocessing/internal-raw-sales-data/spec'
import { internalSalesByCategory } from './preprocessing/internal-sales-by-category/spec'
import { internalStoreMetrics } from './preprocessing/internal-store-metrics/spec'
import { preprocessedExternalData } from './preprocessing/preprocessed-external-data/spec'
import type { AnySpec } from './spec'

const internalTable = { oneOf: [internalSalesByCategory, internalStoreMetrics] } as const

export const internal = makeBranch('internal', {
  table: internalTable,
  scope: null,
  clusters: null,
})

export const external = makeBranch('external', {
  table: preprocessedExternalData,
  scope: {
    spec: internal.filtered,
    when: { param: 'external_scope', is: 'per_category' },
  },
  clusters: {
    spec: internal.assigned,
    when: { param: 'feature_selection', is: 'supervised' },
  },
})

export const crossed = mergedClusters({
  internal: internal.assigned,
  external: external.assigned,
  internalSpace: internal.normalized,
  externalSpace: external.normalized,
})

export const reassigned = clusterReassignment(crossed)

export const published = mergedClusterAssignments({ merged: crossed, reassigned })

export const profiles = clusterProfiles({
  internal: internal.assigned,
  external: external.assigned,
  internalFeatures: internal.imputed,
  externalFeatures: external.imputed,
  reassigned,
})

export const labeling = clusterLabelingAnalytics({
  profiles,
  crossed,
  internalModel: internal.model,
  externalModel: external.model,
})

/** The assets that read files, and what is made of those before the branches. */
export const preprocessing = [
  internalProductCategoryMapping,
  internalRawSalesData,
  internalSalesByCategory,
  internalStoreMetrics,
  externalFeaturesData,
  preprocessedExternalData,
] as const

/** The assets of both branches together. */
export const joint = [crossed, reassigned, published, profiles, labeling] as const

/** Every asset, upstream first. */
export const specs: readonly AnySpec[] = [
  ...preprocessing,
  ...stages(internal),
  ...stages(external),
  crossed,
  reassigned,
  published,
  internal.metrics,
  external.metrics,
  internal.metadata,
  external.metadata,
  profiles,
  labeling,
]

function stages(branch: StageSpecs): readonly AnySpec[] {
  return [
    branch.filtered,
    branch.imputed,
    branch.normalized,
    branch.outliers,
    branch.reduced,
    branch.counts,
    branch.model,
    branch.assigned,
  ]
}
