import type { StageSpecs } from '../branch'
import type { FitParams } from '../model-training/params'
import type { ParamsOf } from '../spec'
import { createDraw, type Draw } from './made-up-chain'

type ParamsAt<S extends keyof StageSpecs> = Partial<ParamsOf<StageSpecs[S]>>

/** What differs from the defaults, stage by stage. */
export type DrawnSettings = {
  readonly filtered: ParamsAt<'filtered'>
  readonly imputed: ParamsAt<'imputed'>
  readonly normalized: ParamsAt<'normalized'>
  readonly outliers: ParamsAt<'outliers'>
  readonly reduced: ParamsAt<'reduced'>
  readonly counts: ParamsAt<'counts'>
  readonly model: ParamsAt<'model'>
}

type Values<
  S extends keyof StageSpecs,
  N extends keyof ParamsOf<StageSpecs[S]>,
> = readonly ParamsOf<StageSpecs[S]>[N][]

/** What may be drawn. A law that a method does not keep takes the method out, and says why. */
export type Choices = {
  readonly algorithm: readonly FitParams['algorithm'][]
  readonly imputation_type: Values<'imputed', 'imputation_type'>
  readonly numeric_imputation: Values<'imputed', 'numeric_imputation'>
  readonly transform: Values<'normalized', 'transform'>
  readonly norm_method: Values<'normalized', 'norm_method'>
  /** `none`: outliers are not looked for. */
  readonly outliers_method: readonly ('none' | Values<'outliers', 'outliers_method'>[number])[]
  readonly pca_method: readonly ('none' | Values<'reduced', 'pca_method'>[number])[]
}

export const everyChoice: Choices = {
  algorithm: [
    'kmeans',
    'minibatch_kmeans',
    'bisecting_kmeans',
    'kmedoids',
    'hclust',
    'gmm',
    'dbscan',
    'hdbscan',
  ],
  imputation_type: ['simple', 'knn', 'iterative'],
  numeric_imputation: ['mean', 'median', 'mode', 'drop', 1.5],
  transform: ['auto', 'none', 'asinh'],
  norm_method: ['zscore', 'minmax', 'maxabs', 'robust', 'quantile', 'power'],
  outliers_method: ['none', 'iforest', 'lof', 'ee', 'iqr', 'zscore'],
  pca_method: ['none', 'linear', 'kernel'],
}

/** Settings of a seed: each parameter by itself, so that seeds meet most pairs of methods. */
export function drawSettings(seed: number, choices: Choices = everyChoice): DrawnSettings {
  const draw = createDraw(seed + 1_000_003)
  const one = <T>(values: readonly T[]): T => values[draw.integer(0, values.length - 1)]
  const found = one(choices.outliers_method)
  const fit = drawFit(draw, one(choices.algorithm))
  return {
    filtered: {
      max_correlation: one([0.95, 0.8, null]),
      min_association: one(['auto', null]),
    },
    imputed: {
      imputation_type: one(choices.imputation_type),
      numeric_imputation: one(choices.numeric_imputation),
      categorical_imputation: one(['mode', 'other']),
      encoding: one(['one_hot', 'ordinal']),
    },
    normalized: { transform: one(choices.transform), norm_method: one(choices.norm_method) },
    outliers: {
      ...(found === 'none' ? { outlier_detection: false } : { outliers_method: found }),
      n_estimators: 10,
      lof_neighbors: 5,
      session_id: fit.session_id,
    },
    reduced: drawReduction(one(choices.pca_method), one([0.9, 0.95])),
    counts: {
      max_clusters: 4,
      k_rule: one(['silhouette', 'combined', 'calinski_harabasz', 'davies_bouldin', 'elbow']),
      ...fit,
    },
    model: fit,
  }
}

function drawFit(draw: Draw, algorithm: FitParams['algorithm']): Partial<FitParams> & SessionId {
  const one = <T>(values: readonly T[]): T => values[draw.integer(0, values.length - 1)]
  return {
    algorithm,
    n_init: draw.integer(1, 3),
    batch_size: one([16, 1024]),
    linkage: one(['ward', 'average', 'complete']),
    covariance_type: one(['full', 'diag']),
    // No distance of two made stores: rounding would decide who is a neighbour.
    eps: one([0.5137, 1.0731, 1.9373]),
    min_samples: 4,
    min_cluster_points: 4,
    session_id: draw.integer(0, 1000),
  }
}

type SessionId = Pick<FitParams, 'session_id'>

/** The kernel keeps a count of components, not a share. */
function drawReduction(method: Choices['pca_method'][number], share: number): ParamsAt<'reduced'> {
  if (method === 'none') return { pca_active: false }
  return { pca_method: method, pca_components: method === 'kernel' ? 2 : share }
}
