import * as v from 'valibot'
import { noDominatingCluster } from '../../shared-checks'
import { stopping, warning } from '../../check-spec'
import { imputedColumns, imputer } from '../../feature-engineering/imputed-features/spec'
import { fittedScaler, transformKind } from '../../feature-engineering/normalized-data/spec'
import { rowReduction } from '../../feature-engineering/dimensionality-reduced-features/spec'
import { type AnySpec, type Branch, type Dep, defineSpec } from '../../spec'
import { float64, int32, list, maybe, real, text, texts, uint8 } from '../../value'
import { outlierPolicyValue } from '../outlier-policy'
import { fitParams } from '../params'
import { shape } from './shape'

/** A model is plain data: all that is needed to label new rows without refitting. */
const value = v.object({
  branch: v.picklist(['internal', 'external']),
  /** The category whose stores it is of; `all` where it is of the whole chain. */
  category: text,
  algorithm: text,
  nClusters: real,
  /** Space of the centres: principal components or features. */
  componentNames: texts,
  /** nClusters x componentNames.length, in the order of `clusterIds`. */
  clusterCenters: float64,
  /**
   * Ascending. Without a baseline 1 is the largest over the fitted stores; with one, ids are carried
   * on from it and may have gaps.
   */
  clusterIds: int32,
  /** Given out once and never again. */
  retiredIds: int32,
  /** What became of every cluster since the baseline; empty without one. */
  lineage: list(
    v.object({
      cluster: real,
      state: v.picklist(['kept', 'new', 'retired']),
      /** A baseline cluster that went into several, or several that went into one. */
      event: maybe(v.picklist(['split', 'merged'])),
      /** Share of the stores of both clusters that both have; null for an id that is not kept. */
      jaccard: maybe(real),
      /** Baseline clusters that it came from; of a retired one, the clusters that it went into. */
      relatives: list(v.object({ cluster: real, nStores: real, jaccard: real })),
    }),
  ),
  sizes: int32,
  inertia: real,
  /**
   * Mean adjusted Rand index to the starts that fit as well; null where none did. Far below 1,
   * another seed could have given other clusters.
   */
  seedAgreement: maybe(real),
  nIter: real,
  /** Per store of the branch: row of the centre of fitted stores, -1 for noise and the others. */
  labels: int32,
  storeIds: texts,
  isFitted: uint8,
  /** What becomes of a row that the model calls noise. */
  outlierPolicy: outlierPolicyValue,
  /** What places a row that the fit has not seen. */
  shape,
  /**
   * Fitted rows that the shape alone would place elsewhere, row-major in the space of the centres,
   * and where the fit put them, -1 for noise; then the outliers, -1 too. A row that equals one goes
   * where that one is.
   */
  exceptions: v.object({ points: float64, labels: int32 }),
  /**
   * Per cluster, the distance to its centre that 99 % of its members are within, those of all clusters
   * together where it has fewer than 20: a store beyond it is unlike any.
   */
  limits: float64,
  /** How the rows of a file became the rows that were trained on. */
  reading: v.object({
    /** Columns in which an empty cell is 0. */
    zeros: texts,
    /**
     * What such a column is that a file does not have at all: of sales, what was never sold; of market
     * data, what no file tells of the store.
     */
    absent: v.picklist(['zero', 'unknown']),
    /** Columns whose cells became percent of their sum; null where they stayed as they were. */
    shares: maybe(texts),
  }),
  preprocessing: v.object({
    columns: imputedColumns,
    imputer,
    featureNames: texts,
    transforms: list(v.object({ name: text, kind: transformKind, center: real, scale: real })),
    scaler: fittedScaler,
    weights: float64,
    pca: maybe(rowReduction),
  }),
})
export type ClusteringModel = v.InferOutput<typeof value>

export type ModelDeps = {
  /** One row per store, as it was read. */
  readonly table: Dep
  readonly counts: AnySpec
  readonly reduced: AnySpec
  readonly imputed: AnySpec
  readonly normalized: AnySpec
}

export const trainClusteringModels = (branch: Branch, deps: ModelDeps) =>
  defineSpec({
    key: `${branch}_train_clustering_models`,
    label: 'Trained models',
    description: 'The algorithm with the chosen k, as plain data.',
    group: 'model_training',
    branch,
    codeVersion: '7',
    partitions: branch,
    sources: [],
    deps,
    carries: true,
    params: fitParams,
    value,
    checks: [
      stopping({
        name: 'no_empty_cluster',
        description: 'Every cluster has a store.',
        next: 'Lower n_clusters or max_clusters: fewer stores differ than clusters are asked for.',
      }),
      noDominatingCluster,
      warning({
        name: 'no_tiny_cluster',
        description: 'Every cluster has at least three stores.',
        next: 'Lower k, or see whether the stores of the smallest cluster are outliers that outlier_threshold should flag.',
      }),
      warning({
        name: 'no_sliver_cluster',
        description: 'Every cluster holds at least 1 % of the fitted stores.',
        next: 'Lower k, or choose the rule combined with a min_model_cluster_size that a cluster must reach.',
      }),
      warning({
        name: 'stable_under_seed',
        description:
          'Other starts that fit as well give the same clusters (adjusted Rand index at least 0.8).',
        next: 'Do not lean on single stores: another seed moves many of them. Try another k, or raise n_init.',
      }),
    ],
  })
