import type { GaussianComponents } from '../../math/gaussian-components'

/** A clustering of the fitted rows, whatever algorithm found it. */
export type Fit = {
  readonly nClusters: number
  /** Row of the centre per fitted row; -1 for noise, of algorithms that know it. */
  readonly labels: Int32Array
  /** nClusters x nFeatures, row-major: means of the members, for k-medoids the medoids. */
  readonly clusterCenters: Float64Array
  /** Sum of the squared distances of the members to their centre. */
  readonly inertia: number
  readonly nIter: number
  /** What other starts gave, the best first; empty for an algorithm without random starts. */
  readonly runnersUp: readonly Rival[]
  readonly shape: Shape
}

export type Rival = { readonly labels: Int32Array; readonly inertia: number }

/** What places a row that the fit has not seen. */
export type Shape =
  /** The nearest centre. */
  | { readonly kind: 'centers' }
  /** The likeliest Gaussian; component c is cluster c. */
  | { readonly kind: 'gaussians'; readonly components: GaussianComponents }
  /**
   * The nearest of some fitted rows, if at least `nNeighbors` of them are within the reach of its
   * cluster; else it is noise.
   */
  | {
      readonly kind: 'points'
      /** One row a label, row-major. */
      readonly points: Float64Array
      readonly labels: Int32Array
      /** Of each cluster. */
      readonly reaches: Float64Array
      readonly nNeighbors: number
    }
