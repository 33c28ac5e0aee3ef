import { fitBisectingKMeans } from '../../math/bisecting-k-means'
import { inertiaAt } from '../../math/inertia-at'
import { fitKMeans } from '../../math/k-means'
import {
  fitKMeansWithinSizes,
  isWithin,
  labelWithinSizes,
  meansWithin,
} from '../../math/k-means-within-sizes'
import { fitKMedoids } from '../../math/k-medoids'
import type { LloydFit } from '../../math/lloyd'
import type { Matrix } from '../../math/matrix'
import { fitMiniBatchKMeans } from '../../math/mini-batch-k-means'
import type { Fit } from './fit'
import type { FitParams } from './params'
import { sizeBoundsOf } from './size-bounds'

/** Stores up to which k-medoids holds the distances of all pairs: a quarter of a gigabyte. */
const maxPaired = 8000

/** K-means; with bounds on the sizes, every step keeps them. */
export function fitCenters(fitted: Matrix, nClusters: number, params: FitParams): Fit {
  const bounds = sizeBoundsOf(params)
  const options = { ...optionsOf(params), nClusters }
  const { clusterCenters, labels, inertia, nIter, runnersUp } =
    bounds === null ? fitKMeans(fitted, options) : fitKMeansWithinSizes(fitted, options, bounds)
  const shape = { kind: 'centers' } as const
  return { clusterCenters, labels, inertia, nIter, runnersUp, nClusters, shape }
}

export function fitBatches(fitted: Matrix, nClusters: number, params: FitParams): Fit {
  const options = { ...optionsOf(params), nClusters, batchSize: params.batch_size }
  return sharedOut(fitted, fitMiniBatchKMeans(fitted, options), params)
}

export function fitBisections(fitted: Matrix, nClusters: number, params: FitParams): Fit {
  return sharedOut(fitted, fitBisectingKMeans(fitted, { ...optionsOf(params), nClusters }), params)
}

export function fitMedoids(fitted: Matrix, nClusters: number, params: FitParams): Fit {
  const model = fitKMedoids(fitted, { ...optionsOf(params), nClusters, maxPaired })
  return sharedOut(fitted, model, params)
}

function optionsOf(params: FitParams) {
  return {
    nInit: params.n_init,
    maxIter: params.max_iter,
    tol: params.tol,
    randomState: params.session_id,
  }
}

/**
 * The fit as it is where it keeps the bounds on the sizes; else its rows are shared out once among
 * its centres, at the least sum of squared distances. Centres then follow their rows; medoids stay.
 */
function sharedOut(fitted: Matrix, model: LloydFit, params: FitParams): Fit {
  const { clusterCenters: found, labels, inertia, nIter } = model
  const nClusters = found.length / fitted.nFeatures
  const rest = { nClusters, nIter, runnersUp: [], shape: { kind: 'centers' } } as const
  const bounds = sizeBoundsOf(params)
  if (bounds === null || isWithin(labels, nClusters, bounds))
    return { clusterCenters: found, labels, inertia, ...rest }
  const shared = labelWithinSizes(fitted, found, bounds)
  const clusterCenters =
    params.algorithm === 'kmedoids' ? found : meansWithin(fitted, shared, found)
  const spread = inertiaAt(fitted, clusterCenters, shared)
  return { clusterCenters, labels: shared, inertia: spread, ...rest }
}
