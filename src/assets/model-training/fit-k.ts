import { fitKMeans, type KMeans } from '../../math/k-means'
import type { Matrix } from '../../math/matrix'

/** Parameters of a fit, as the search for k and the training read them. */
type FitParams = {
  readonly n_init: number
  readonly max_iter: number
  readonly tol: number
  readonly session_id: number
}

/** The one way a clustering is fitted: the search and the training get the same result for a k. */
export function fitK(fitted: Matrix, nClusters: number, params: FitParams): KMeans {
  return fitKMeans(fitted, {
    nClusters,
    nInit: params.n_init,
    maxIter: params.max_iter,
    tol: params.tol,
    randomState: params.session_id,
  })
}
