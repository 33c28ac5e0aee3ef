import type { Matrix } from '../../math/matrix'
import type { Fit } from './fit'
import { fitBatches, fitBisections, fitCenters, fitMedoids } from './fit-centers'
import { fitByHierarchyOfDensity, fitByNeighborhood } from './fit-density'
import { fitHierarchy } from './fit-hierarchy'
import { fitMixture } from './fit-mixture'
import type { FitParams } from './params'
import { assertSizes } from './size-bounds'

/**
 * The one way a clustering is fitted: the search and the training get the same result for a k.
 * @throws AssetError for bounds on the sizes that the algorithm, or so many stores, cannot keep.
 */
export function fitK(fitted: Matrix, nClusters: number, params: FitParams): Fit {
  assertSizes(fitted.nSamples, nClusters, params)
  return fitters[params.algorithm](fitted, nClusters, params)
}

type Fitter = (fitted: Matrix, nClusters: number, params: FitParams) => Fit

const fitters: Readonly<Record<FitParams['algorithm'], Fitter>> = {
  kmeans: fitCenters,
  minibatch_kmeans: fitBatches,
  bisecting_kmeans: fitBisections,
  kmedoids: fitMedoids,
  hclust: fitHierarchy,
  gmm: fitMixture,
  // These two choose k themselves.
  dbscan: (fitted, _nClusters, params) => fitByNeighborhood(fitted, params),
  hdbscan: (fitted, _nClusters, params) => fitByHierarchyOfDensity(fitted, params),
}
