import * as v from 'valibot'
import { matrixFinite, storesConserved } from '../../shared-checks'
import { choice, custom, flag } from '../../schema'
import { type AnySpec, type Branch, defineSpec } from '../../spec'
import { float64, list, real, text, texts, uint8 } from '../../value'

export const transformKind = v.picklist(['none', 'log1p', 'asinh', 'clr', 'hellinger'])

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
      /** Of asinh: (x - center) / scale goes through arcsinh. Of hellinger: a row sums to scale. */
      center: real,
      scale: real,
    }),
  ),
  scaler: v.object({ method: text, center: float64, scale: float64 }),
  /** Factor per feature, sqrt(w p / 100); 1 when weights are equal. */
  weights: float64,
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
    codeVersion: '2',
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
      norm_method: choice({
        label: 'Method',
        help: 'How a column is centred and scaled.',
        default: 'zscore',
        options: [
          { value: 'zscore', label: 'Z-score' },
          { value: 'minmax', label: 'Min-max' },
          { value: 'maxabs', label: 'Max-abs' },
          { value: 'robust', label: 'Robust (quartiles)' },
        ],
      }),
      feature_weights: custom<{ readonly [name: string]: number }>({
        label: 'Feature weights',
        help: 'Percent per feature; features without one share the rest equally.',
        schema: v.record(v.string(), v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
        default: {},
        control: { kind: 'weights' },
        expects: 'a map from feature names to percent',
      }),
    },
    value,
    checks: [storesConserved, matrixFinite],
  })
