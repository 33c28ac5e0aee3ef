import * as v from 'valibot'
import { choice } from '../../schema'
import { type AnySpec, type Branch, defineSpec } from '../../spec'
import { float64, int32, list, maybe, real, text, texts, uint8 } from '../../value'
import { maxIter, nInit, sessionId, tol } from '../params'

/** A model is plain data: all that is needed to label new rows without refitting. */
const value = v.object({
  algorithm: text,
  nClusters: real,
  /** Space of the centres: principal components or features. */
  componentNames: texts,
  /** nClusters x componentNames.length; cluster 1 is the largest. */
  clusterCenters: float64,
  sizes: int32,
  inertia: real,
  nIter: real,
  /** Per store of the branch: 0-based cluster of fitted stores, -1 for the others. */
  labels: int32,
  storeIds: texts,
  isFitted: uint8,
  preprocessing: v.object({
    columns: imputedColumns(),
    featureNames: texts,
    transforms: list(v.object({ name: text, kind: text, center: real, scale: real })),
    scaler: v.object({ method: text, center: float64, scale: float64 }),
    weights: float64,
    pca: maybe(v.object({ mean: float64, components: float64, nComponents: real })),
  }),
})
export type ClusteringModel = v.InferOutput<typeof value>

function imputedColumns() {
  return list(
    v.object({
      name: text,
      type: text,
      fill: v.union([real, text, v.null()]),
      nFilled: real,
      encoding: maybe(text),
      levels: texts,
    }),
  )
}

export type ModelDeps = {
  readonly counts: AnySpec
  readonly reduced: AnySpec
  readonly imputed: AnySpec
  readonly normalized: AnySpec
}

export const trainClusteringModels = (branch: Branch, deps: ModelDeps) =>
  defineSpec({
    key: `${branch}_train_clustering_models`,
    label: 'Trained models',
    description: 'K-means with the chosen k, as plain data.',
    group: 'model_training',
    branch,
    codeVersion: '2',
    partitions: branch,
    sources: [],
    deps,
    params: {
      algorithm: choice({
        label: 'Algorithm',
        help: 'How stores are grouped.',
        default: 'kmeans',
        options: [{ value: 'kmeans', label: 'K-means' }],
      }),
      n_init: nInit,
      max_iter: maxIter,
      tol,
      session_id: sessionId,
    },
    value,
    checks: [
      {
        name: 'no_empty_cluster',
        description: 'Every cluster has a store.',
        severity: 'error',
        blocking: true,
      },
      {
        name: 'no_dominating_cluster',
        description: 'No cluster holds more than nine stores in ten.',
        severity: 'warn',
        blocking: false,
      },
      {
        name: 'no_tiny_cluster',
        description: 'Every cluster has at least three stores.',
        severity: 'warn',
        blocking: false,
      },
    ],
  })
