import * as v from 'valibot'
import { matrixFinite, storesConserved } from '../../shared-checks'
import { choice, custom, flag, onlyWith } from '../../schema'
import { type AnySpec, type Branch, defineSpec } from '../../spec'
import { float64, list, real, text, texts, uint8 } from '../../value'

export const transformKind = v.picklist(['none', 'log1p', 'asinh', 'clr', 'hellinger'])

/** `method` is the parameter that it came from; `none` where nothing was scaled. */
export const fittedScaler = v.variant('kind', [
  v.object({ kind: v.literal('affine'), method: text, center: float64, scale: float64 }),
  /** Features x quantiles, row-major, rising. */
  v.object({ kind: v.literal('quantile'), method: text, nQuantiles: real, quantiles: float64 }),
  v.object({
    kind: v.literal('power'),
    method: text,
    lambdas: float64,
    /** Of the features after their power. */
    scaler: v.object({ center: float64, scale: float64 }),
  }),
])

const value = v.object({
  storeIds: texts,
  featureNames: texts,
  /** nSamples x nFeatures after the transform, before scale and weight; the merge space is built on it. */
  transformed: float64,
  /** nSamples x nFeatures after transform, scale and weight. */
  X: float64,
  hasData: uint8,
  transforms: list(
    v.object({
      name: text,
      kind: transformKind,
      /**
       * Of asinh: (x - center) / scale goes through arcsinh. Of hellinger: a row sums to scale; with
       * scale 0 each row is divided by its own sum.
       */
      center: real,
      scale: real,
    }),
  ),
  scaler: fittedScaler,
  /** Factor per feature, sqrt(w p / 100); 1 when weights are equal. */
  weights: float64,
  /** Names in `feature_weights` that are no kept column, sorted: left out before, or nowhere. */
  unusedWeights: texts,
})
export type NormalizedData = v.InferOutput<typeof value>

export const normalizedData = (branch: Branch, imputed: AnySpec) =>
  defineSpec({
    key: `${branch}_normalized_data`,
    label: 'Normalised',
    description:
      'Every feature transformed, scaled and weighted, so that distances mean something.',
    group: 'feature_engineering',
    branch,
    codeVersion: '5',
    partitions: branch,
    sources: [],
    deps: { imputed },
    params: {
      transform: choice({
        label: 'Transform',
        help: 'Auto takes the square root of shares and arcsinh of skewed columns.',
        default: 'auto',
        options: [
          { value: 'auto', label: 'Auto' },
          { value: 'none', label: 'None' },
          { value: 'log1p', label: 'log(1 + x)' },
          { value: 'asinh', label: 'Arcsinh' },
          { value: 'clr', label: 'Centred log-ratio' },
          { value: 'hellinger', label: 'Hellinger (root of share)' },
        ],
      }),
      normalize: flag({ label: 'Scale', help: 'Puts every feature on one scale.', default: true }),
      norm_method: onlyWith(
        'normalize',
        [true],
        choice({
          label: 'Method',
          help: 'How a column is centred and scaled. Quantile keeps the order only; power makes it as normal as it can be.',
          default: 'zscore',
          options: [
            { value: 'zscore', label: 'Z-score' },
            { value: 'minmax', label: 'Min-max' },
            { value: 'maxabs', label: 'Max-abs' },
            { value: 'robust', label: 'Robust (quartiles)' },
            { value: 'quantile', label: 'Quantile (ranks, 0 to 1)' },
            { value: 'power', label: 'Power (Yeo-Johnson)' },
          ],
        }),
      ),
      feature_weights: custom<{ readonly [name: string]: number }>({
        label: 'Feature weights',
        help: 'Percent per feature; features without one share the rest equally.',
        schema: v.pipe(
          v.unknown(),
          // A list would pass for a record of its places.
          v.check((given) => !Array.isArray(given)),
          v.record(v.string(), v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
        ),
        default: {},
        control: { kind: 'weights' },
        expects: 'a map from feature names to percent, each from 0 to 100',
      }),
    },
    value,
    checks: [storesConserved, matrixFinite],
  })
