import { extent } from './extent'
import { columnOf, type Matrix } from './matrix'
import { fitPca, transformPca } from './pca'
import type { Random } from './random'

/** The box around a set of rows, its sides along their principal components. */
export type ReferenceBox = {
  readonly mean: Float64Array
  /** nComponents x nFeatures, row-major. */
  readonly components: Float64Array
  readonly nComponents: number
  /** The sides of the box: least and greatest score per component. */
  readonly low: Float64Array
  readonly high: Float64Array
}

/**
 * The box that reference sets without clusters are drawn from (Tibshirani, Walther and Hastie 2001,
 * choice b).
 * @throws RangeError as `fitPca`.
 */
export function fitReferenceBox(matrix: Matrix): ReferenceBox {
  const { mean, components, nComponents } = fitPca(matrix)
  const X = transformPca({ mean, components }, matrix, nComponents)
  const scores = { X, nSamples: matrix.nSamples, nFeatures: nComponents }
  const sides = Array.from({ length: nComponents }, (_, c) => extent(columnOf(scores, c)))
  return {
    mean,
    components,
    nComponents,
    low: Float64Array.from(sides, ({ min }) => min),
    high: Float64Array.from(sides, ({ max }) => max),
  }
}

/** Rows drawn evenly from the box, in the space of the rows that it was fitted to. */
export function drawReferenceSet(box: ReferenceBox, nSamples: number, random: Random): Matrix {
  const nFeatures = box.mean.length
  const X = new Float64Array(nSamples * nFeatures)
  for (let i = 0; i < nSamples; i++) {
    const row = X.subarray(i * nFeatures, (i + 1) * nFeatures)
    row.set(box.mean)
    for (let c = 0; c < box.nComponents; c++) {
      const score = box.low[c] + random.next() * (box.high[c] - box.low[c])
      for (let j = 0; j < nFeatures; j++) row[j] += score * box.components[c * nFeatures + j]
    }
  }
  return { X, nSamples, nFeatures }
}
