import { distinctRows } from '../../math/count-distinct-rows'
import type { Matrix } from '../../math/matrix'
import { quickKMeans } from '../../math/quick-k-means'
import { fitK } from './fit-k'
import type { FitParams } from './params'

const mostStarts = 3

/**
 * Labels of one of many drawn sets, which only their sum is read of: k-means from three starts at
 * most and without its search for better ones, the other algorithms from a single start. A drawn set
 * may hold fewer different rows than clusters are asked for; it then gets one for each.
 */
export function fitLightly(drawn: Matrix, nClusters: number, params: FitParams): Int32Array {
  const k = Math.min(nClusters, distinctRows(drawn, nClusters).length)
  const light = { ...params, n_init: 1, size_min: null, size_max: null }
  if (params.algorithm !== 'kmeans') return fitK(drawn, k, light).labels
  return quickKMeans(drawn, {
    nClusters: k,
    nStarts: Math.min(params.n_init, mostStarts),
    maxIter: params.max_iter,
    tol: params.tol,
    randomState: params.session_id,
  }).labels
}
