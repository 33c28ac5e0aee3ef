import { distinctRows } from '../../math/count-distinct-rows'
import { fitDbscan } from '../../math/dbscan'
import { fitHdbscan } from '../../math/hdbscan'
import { type Matrix, selectRows } from '../../math/matrix'
import { median } from '../../math/median'
import { nearestRows } from '../../math/nearest-rows'
import { AssetError } from '../failure'
import type { Fit } from './fit'
import { fitOfLabels } from './fit-of-labels'
import type { FitParams } from './params'

/**
 * DBSCAN: as many clusters as there are dense groups. Too few stores for one core store, or stores
 * that are all equal, are one cluster.
 * @throws AssetError where every store is noise; it says which `eps` half of the stores would need.
 */
export function fitByNeighborhood(fitted: Matrix, { eps, min_samples }: FitParams): Fit {
  if (isOneGroup(fitted, min_samples)) return oneCluster(fitted)
  const { labels, nClusters, isCore } = fitDbscan(fitted, { eps, minSamples: min_samples })
  if (nClusters === 0) throw noNeighborhood(fitted, eps, min_samples)
  const cores = rowsWith(fitted, (row) => isCore[row] === 1)
  const reaches = new Float64Array(nClusters).fill(eps)
  return densityFit(fitted, labels, { cores, reaches, nNeighbors: 1 })
}

/**
 * HDBSCAN: the groups that last longest as the distance shrinks. Too few stores for one group, or
 * stores that are all equal, are one cluster.
 * @throws AssetError where no group stands out.
 */
export function fitByHierarchyOfDensity(fitted: Matrix, { min_cluster_points }: FitParams): Fit {
  if (isOneGroup(fitted, min_cluster_points)) return oneCluster(fitted)
  const { labels, nClusters, reaches } = fitHdbscan(fitted, min_cluster_points)
  if (nClusters === 0) throw noGroup(min_cluster_points)
  const cores = rowsWith(fitted, (row) => labels[row] !== -1)
  return densityFit(fitted, labels, { cores, reaches, nNeighbors: min_cluster_points - 1 })
}

type Density = {
  readonly cores: Int32Array
  readonly reaches: Float64Array
  readonly nNeighbors: number
}

function densityFit(fitted: Matrix, labels: Int32Array, density: Density): Fit {
  const { cores, reaches, nNeighbors } = density
  const points = selectRows(fitted, cores).X
  const ownLabels = cores.map((row) => labels[row])
  return {
    ...fitOfLabels(fitted, labels),
    nIter: 1,
    runnersUp: [],
    shape: { kind: 'points', points, labels: ownLabels, reaches, nNeighbors },
  }
}

function rowsWith({ nSamples }: Matrix, holds: (row: number) => boolean): Int32Array {
  return Int32Array.from({ length: nSamples }, (_, row) => row).filter(holds)
}

function isOneGroup(fitted: Matrix, least: number): boolean {
  return fitted.nSamples < least || distinctRows(fitted, 2).length < 2
}

function oneCluster(fitted: Matrix): Fit {
  const fit = fitOfLabels(fitted, new Int32Array(fitted.nSamples))
  return { ...fit, nIter: 0, runnersUp: [], shape: { kind: 'centers' } }
}

function noNeighborhood(fitted: Matrix, eps: number, minSamples: number): AssetError {
  const nNeighbors = minSamples - 1
  const { distances } = nearestRows(fitted, nNeighbors)
  const farthest = Float64Array.from(
    { length: fitted.nSamples },
    (_, row) => distances[(row + 1) * nNeighbors - 1],
  )
  const typical = Number(median(farthest).toPrecision(3))
  return new AssetError({
    code: 'no_cluster_found',
    message: `DBSCAN found no cluster: no store has ${minSamples} stores, itself counted, within eps ${eps}.`,
    path: 'eps',
    hint: `Raise eps, or lower min_samples: half of the stores would be core stores at eps ${typical}.`,
  })
}

function noGroup(minClusterPoints: number): AssetError {
  return new AssetError({
    code: 'no_cluster_found',
    message: `HDBSCAN found no cluster: no two groups of ${minClusterPoints} stores or more stand apart.`,
    path: 'min_cluster_points',
    hint: 'Change min_cluster_points, or choose an algorithm that divides an even spread, such as kmeans.',
  })
}
