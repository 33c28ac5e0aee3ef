import { log1p } from '../../../math/elementary/log1p'
import { fitAsinh, transformAsinh } from '../../../math/asinh'
import { transformClr } from '../../../math/clr'
import { hellinger } from '../../../math/hellinger'
import { columnOf, type Matrix } from '../../../math/matrix'
import { skewness } from '../../../math/skewness'
import { AssetError } from '../../failure'
import type { NormalizedData } from './spec'

export type Transform = NormalizedData['transforms'][number]
type Kind = Transform['kind']

/** Above this absolute skewness `auto` bends a column by arcsinh. */
const skewed = 0.5

/**
 * Decides and fits the transform of every column on `fitted`, the stores with data.
 * `asked` is the parameter; `auto` takes hellinger for every column of a compositional table, else
 * asinh where the absolute skewness is over 0.5.
 */
export function fitTransforms(
  fitted: Matrix,
  featureNames: readonly string[],
  { asked, isCompositional }: { readonly asked: Kind | 'auto'; readonly isCompositional: boolean },
): readonly Transform[] {
  const total = isCompositional ? rowTotal(fitted) : ownTotal
  return featureNames.map((name, j) => {
    const values = columnOf(fitted, j)
    const kind = asked === 'auto' ? chooseKind(values, isCompositional) : asked
    if (kind === 'asinh') return { name, kind, ...fitAsinh(values) }
    return { name, kind, center: 0, scale: kind === 'hellinger' ? total : 1 }
  })
}

function chooseKind(values: Float64Array, isCompositional: boolean): Kind {
  if (isCompositional) return 'hellinger'
  return Math.abs(skewness(values)) > skewed ? 'asinh' : 'none'
}

/** The scale of hellinger where the columns are amounts: each row is divided by its own sum. */
const ownTotal = 0

/** Shares come as parts of 1 or of 100; filtered columns may be missing from the sum. */
function rowTotal({ X, nSamples, nFeatures }: Matrix): 1 | 100 {
  for (let i = 0; i < nSamples; i++) {
    let sum = 0
    for (let j = 0; j < nFeatures; j++) sum += X[i * nFeatures + j]
    if (sum > 1.005) return 100
  }
  return 1
}

/**
 * Applies the transforms to every store; answers nSamples x nFeatures, row-major.
 * @throws AssetError where a column has a value that its transform is not defined for.
 */
export function transformMatrix(matrix: Matrix, transforms: readonly Transform[]): Float64Array {
  const { nSamples, nFeatures } = matrix
  const columns = transforms.map((transform, j) => inDomain(columnOf(matrix, j), transform))
  if (transforms.some(({ kind }) => kind === 'clr')) return transformClr(matrix)

  const transformed = new Float64Array(nSamples * nFeatures)
  const shares = transforms.some(({ kind, scale }) => kind === 'hellinger' && scale === ownTotal)
    ? sharesOfRows(matrix)
    : matrix
  transforms.forEach((transform, j) => {
    const isOfRow = transform.kind === 'hellinger' && transform.scale === ownTotal
    const values = isOfRow ? hellinger(columnOf(shares, j)) : transformColumn(columns[j], transform)
    for (let i = 0; i < nSamples; i++) transformed[i * nFeatures + j] = values[i]
  })
  return transformed
}

/** A row without anything has no share of anything. */
function sharesOfRows(matrix: Matrix): Matrix {
  const { X, nFeatures } = matrix
  const shares = new Float64Array(X.length)
  for (let start = 0; start < X.length; start += nFeatures) {
    const row = X.subarray(start, start + nFeatures)
    // Divided by the largest first: a sum of large amounts leaves the range of a double.
    const largest = row.reduce((most, value) => Math.max(most, value), 0)
    if (largest === 0) continue
    const parts = row.map((value) => value / largest)
    const total = parts.reduce((sum, part) => sum + part, 0)
    shares.set(
      parts.map((part) => part / total),
      start,
    )
  }
  return { ...matrix, X: shares }
}

function transformColumn(values: Float64Array, { kind, center, scale }: Transform): Float64Array {
  if (kind === 'asinh') return transformAsinh(values, center, scale)
  if (kind === 'hellinger') return hellinger(values.map((value) => value / scale))
  if (kind === 'log1p') return values.map(log1p)
  return values
}

/** Whether a transform has an answer for a value: amounts and shares are not below 0. */
export function isDefinedFor(kind: Kind, value: number): boolean {
  if (kind === 'log1p') return value > -1
  return kind === 'hellinger' || kind === 'clr' ? value >= 0 : true
}

function inDomain(values: Float64Array, { name, kind }: Transform): Float64Array {
  if (values.every((value) => isDefinedFor(kind, value))) return values
  const least = kind === 'log1p' ? -1 : 0
  throw new AssetError({
    code: 'transform_undefined',
    message: `The transform ${kind} is not defined for "${name}": it holds values below ${least}.`,
    path: `transform: ${kind}, column "${name}"`,
    hint: 'Choose transform auto, asinh or none, or leave the column out with ignore_features.',
  })
}
