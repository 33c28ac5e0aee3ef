import * as v from 'valibot'
import { matrixFinite, storesConserved } from '../../shared-checks'
import { warning } from '../../check-spec'
import { choice, custom, flag, integer, nullable, number, onlyWith } from '../../schema'
import { type AnySpec, type Branch, defineSpec } from '../../spec'
import { outlierPolicyValue } from '../../model-training/outlier-policy'
import { float64, maybe, real, texts, uint8 } from '../../value'

const kernel = v.object({
  method: v.literal('kernel'),
  nComponents: real,
  gamma: real,
  /** The fitted rows, nFitted x nFeatures: a new row is placed by its kernel with each of them. */
  rows: float64,
  /** Of the kept components; nothing is known of the others. */
  eigenvalues: float64,
  /** nComponents x nFitted, row-major; the largest coefficient of each is positive. */
  eigenvectors: float64,
  kernelMeans: float64,
  kernelMean: real,
})

const linear = v.object({
  method: v.literal('linear'),
  nComponents: real,
  mean: float64,
  /** nComponents x nFeatures, row-major; the largest loading of each is positive. */
  components: float64,
})

/** What brings a row of scaled features into the space of the model. */
export const rowReduction = v.variant('method', [linear, kernel])
export type RowReduction = v.InferOutput<typeof rowReduction>

/** The same, with what people are told of it. */
const reduction = v.variant('method', [
  v.object({
    ...linear.entries,
    featureNames: texts,
    /** Of every component there is, not of the kept ones only. */
    explainedVariance: float64,
    explainedVarianceRatio: float64,
  }),
  v.object({ ...kernel.entries, featureNames: texts }),
])

const value = v.object({
  storeIds: texts,
  /** PC1, PC2 ... or the feature names when PCA is off. */
  componentNames: texts,
  /** nSamples x componentNames.length, row-major: the space of the model. */
  X: float64,
  hasData: uint8,
  isOutlier: uint8,
  isFitted: uint8,
  /** What becomes of stores that are not fitted, and of noise. */
  outlierPolicy: outlierPolicyValue,
  pca: maybe(reduction),
})
export type DimensionalityReducedFeatures = v.InferOutput<typeof value>

export const dimensionalityReducedFeatures = (branch: Branch, outliers: AnySpec) =>
  defineSpec({
    key: `${branch}_dimensionality_reduced_features`,
    label: 'Reduced by PCA',
    description: 'Principal components that carry most of the variance: the space of the model.',
    group: 'feature_engineering',
    branch,
    codeVersion: '3',
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
        help: 'Linear turns the axes; kernel (RBF) also bends them, keeps a count of components and says nothing of single features.',
        default: 'linear',
        options: [
          { value: 'linear', label: 'Linear' },
          { value: 'kernel', label: 'Kernel (RBF)' },
        ],
      }),
      pca_components: custom<number>({
        label: 'Components',
        help: 'Below 1: the share of variance to keep, for the linear method only. From 1: how many components.',
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
      kernel_gamma: onlyWith(
        'pca_method',
        ['kernel'],
        nullable(
          number({
            label: 'Kernel width',
            help: 'How fast likeness fades with distance in the kernel method, exp(-gamma d²); null is 1 / number of features.',
            default: 0.1,
            min: 1e-9,
            max: 1e9,
            step: 0.01,
          }),
          null,
        ),
      ),
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
