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
  { readonly kind: 'centers' }
