import { transformKernelPca } from '../../../math/kernel-pca'
import type { Matrix } from '../../../math/matrix'
import { transformPca } from '../../../math/pca'
import type { DimensionalityReducedFeatures, RowReduction } from './spec'

type Kept = NonNullable<DimensionalityReducedFeatures['pca']>
type WithoutNames<P> = P extends unknown ? Omit<P, 'featureNames'> : never

/** A reduction as the fit makes it, before its features have names. */
export type Reduction = WithoutNames<Kept>

/** Rows of scaled features in the space of the model; as they are without a reduction. */
export function reduceRows(pca: RowReduction | null, matrix: Matrix): Matrix {
  if (pca === null) return matrix
  const { nComponents } = pca
  const X =
    pca.method === 'linear'
      ? transformPca(pca, matrix, nComponents)
      : transformKernelPca(pca, matrix)
  return { X, nSamples: matrix.nSamples, nFeatures: nComponents }
}

/** What placing rows needs of a reduction: the shares of variance are for people. */
export function rowReductionOf(pca: Kept): RowReduction {
  if (pca.method === 'linear') {
    const { method, nComponents, mean, components } = pca
    return { method, nComponents, mean, components }
  }
  const { featureNames: _, ...kernel } = pca
  return kernel
}
