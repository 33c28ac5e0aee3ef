import * as v from 'valibot'
import { storesConserved } from '../../shared-checks'
import { warning } from '../../check-spec'
import { choice, flag, integer, nullable, number, onlyWith } from '../../schema'
import { type AnySpec, type Branch, defineSpec } from '../../spec'
import { float64, maybe, real, text, texts, uint8 } from '../../value'
import { outlierPolicy, outlierPolicyValue } from '../../model-training/outlier-policy'
import { sessionId } from '../../model-training/params'

const value = v.object({
  storeIds: texts,
  featureNames: texts,
  /** nSamples x nFeatures: all stores, outliers too. */
  X: float64,
  hasData: uint8,
  isOutlier: uint8,
  /** 1 where the store takes part in fitting: it has data and is no outlier. */
  isFitted: uint8,
  /** Higher is more normal; NaN where the store was not scored. */
  score: float64,
  threshold: maybe(real),
  method: text,
  /** What becomes of the outliers, and of noise, when stores are assigned. */
  policy: outlierPolicyValue,
})
export type OutlierRemovedFeatures = v.InferOutput<typeof value>

export const outlierRemovedFeatures = (branch: Branch, normalized: AnySpec) =>
  defineSpec({
    key: `${branch}_outlier_removed_features`,
    label: 'Outliers flagged',
    description:
      'Unusual stores are kept out of the fit; outlier_policy says what becomes of them.',
    group: 'feature_engineering',
    branch,
    codeVersion: '4',
    partitions: branch,
    sources: [],
    deps: { normalized },
    params: {
      outlier_detection: flag({
        label: 'Find outliers',
        help: 'Keeps unusual stores out of the fit. No store is lost.',
        default: true,
      }),
      outliers_method: choice({
        label: 'How to find them',
        help: 'Isolation forest isolates stores by random cuts, the local outlier factor compares how close their neighbours are, the elliptic envelope measures the distance to the compact half of the stores. iqr and zscore look at one column at a time.',
        default: 'iforest',
        options: [
          { value: 'iforest', label: 'Isolation forest' },
          { value: 'lof', label: 'Local outlier factor' },
          { value: 'ee', label: 'Elliptic envelope' },
          { value: 'iqr', label: 'Interquartile range' },
          { value: 'zscore', label: 'Z-score' },
        ],
      }),
      outlier_threshold: nullable(
        number({
          label: 'Threshold',
          help: 'Share expected for isolation forest, local outlier factor and elliptic envelope (0.05 when null), factor for iqr (1.5), limit for z-score (3).',
          default: 0.05,
          min: 0,
          max: 100,
          step: 0.01,
        }),
        null,
      ),
      n_estimators: onlyWith(
        'outliers_method',
        ['iforest'],
        integer({
          label: 'Trees',
          help: 'Trees in the isolation forest.',
          default: 500,
          min: 1,
          max: 5000,
        }),
      ),
      max_samples: onlyWith(
        'outliers_method',
        ['iforest'],
        nullable(
          integer({
            label: 'Stores per tree',
            help: 'Stores drawn for each tree; null is the smaller of 256 and the number of stores.',
            default: 256,
            min: 2,
            max: 1000000,
          }),
          null,
        ),
      ),
      lof_neighbors: onlyWith(
        'outliers_method',
        ['lof'],
        integer({
          label: 'Neighbours',
          help: 'Stores that the local outlier factor compares each store with.',
          default: 20,
          min: 1,
          max: 1000000,
        }),
      ),
      min_samples_for_outliers: integer({
        label: 'Fewest stores',
        help: 'With fewer stores than this no outlier is looked for.',
        default: 10,
        min: 2,
        max: 1000000,
      }),
      outlier_policy: outlierPolicy,
      session_id: sessionId,
    },
    value,
    checks: [
      storesConserved,
      warning({
        name: 'few_outliers',
        description: 'At most one store in five is an outlier.',
        next: 'Lower outlier_threshold for a share, raise it for iqr and zscore, or choose iforest: too few stores are left to fit.',
      }),
    ],
  })
