import * as v from 'valibot'
import { matrixFinite, storesConserved } from '../../shared-checks'
import { warning } from '../../check-spec'
import { choice, custom, flag, integer, nullable } from '../../schema'
import { type AnySpec, type Branch, defineSpec } from '../../spec'
import { float64, maybe, real, texts, uint8 } from '../../value'

const value = v.object({
  storeIds: texts,
  /** PC1, PC2 ... or the feature names when PCA is off. */
  componentNames: texts,
  /** nSamples x componentNames.length, row-major: the space of the model. */
  X: float64,
  hasData: uint8,
  isOutlier: uint8,
  isFitted: uint8,
  pca: maybe(
    v.object({
      featureNames: texts,
      mean: float64,
      /** nComponents x nFeatures, row-major; the largest loading of each is positive. */
      components: float64,
      nComponents: real,
      /** Of every component there is, not of the kept ones only. */
      explainedVariance: float64,
      explainedVarianceRatio: float64,
    }),
  ),
})
export type DimensionalityReducedFeatures = v.InferOutput<typeof value>

export const dimensionalityReducedFeatures = (branch: Branch, outliers: AnySpec) =>
  defineSpec({
    key: `${branch}_dimensionality_reduced_features`,
    label: 'Reduced by PCA',
    description: 'Principal components that carry most of the variance: the space of the model.',
    group: 'feature_engineering',
    branch,
    codeVersion: '2',
    partitions: branch,
    sources: [],
    deps: { outliers },
    params: {
      pca_active: flag({
        label: 'Reduce dimensions',
        help: 'Replaces features by principal components.',
        default: true,
      }),
      pca_method: choice({
        label: 'Method',
        help: 'Linear principal component analysis.',
        default: 'linear',
        options: [{ value: 'linear', label: 'Linear' }],
      }),
      pca_components: custom<number>({
        label: 'Components',
        help: 'Below 1: the share of variance to keep. From 1: how many components.',
        schema: v.pipe(
          v.number(),
          v.check((n) => (n > 0 && n < 1) || (Number.isInteger(n) && n >= 1)),
        ),
        default: 0.95,
        control: { kind: 'number', min: 0, max: 1000, step: 0.05 },
        expects: 'a share between 0 and 1, or a whole number from 1',
      }),
      pca_max_components: nullable(
        integer({
          label: 'Most components',
          help: 'Never more than this many; null sets no limit.',
          default: 15,
          min: 1,
          max: 1000,
        }),
        null,
      ),
      pca_min_features: integer({
        label: 'Only above',
        help: 'PCA is used only when there are more features than this.',
        default: 0,
        min: 0,
        max: 1000,
      }),
    },
    value,
    checks: [
      storesConserved,
      matrixFinite,
      warning({
        name: 'variance_kept',
        description: 'The kept components carry at least half of the variance.',
        next: 'Raise pca_components or pca_max_components, or set pca_active to false.',
      }),
    ],
  })
