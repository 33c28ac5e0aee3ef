import { fitKMeans } from '../../math/k-means'
import type { Matrix } from '../../math/matrix'
import type { Fit } from './fit'
import type { FitParams } from './params'

/** The one way a clustering is fitted: the search and the training get the same result for a k. */
export function fitK(fitted: Matrix, nClusters: number, params: FitParams): Fit {
  return fitters[params.algorithm](fitted, nClusters, params)
}

type Fitter = (fitted: Matrix, nClusters: number, params: FitParams) => Fit

const fitters: Readonly<Record<FitParams['algorithm'], Fitter>> = {
  kmeans: (fitted, nClusters, params) => {
    const model = fitKMeans(fitted, {
      nClusters,
      nInit: params.n_init,
      maxIter: params.max_iter,
      tol: params.tol,
      randomState: params.session_id,
    })
    return { ...model, nClusters, shape: { kind: 'centers' } }
  },
}
