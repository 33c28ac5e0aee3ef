import { clusterMeans } from '../../math/cluster-means'
import { distancesToOwn } from '../../math/distances-to-own'
import type { Matrix } from '../../math/matrix'
import type { Fit } from './fit'

type LabelledFit = Pick<Fit, 'nClusters' | 'labels' | 'clusterCenters' | 'inertia'>

/** The clustering that labels 0 .. nClusters - 1 make, each with a row: its centres are means. */
export function fitOfLabels(fitted: Matrix, labels: Int32Array): LabelledFit {
  const { centers } = clusterMeans(fitted, labels)
  let inertia = 0
  for (const distance of distancesToOwn(fitted, labels, centers))
    if (!Number.isNaN(distance)) inertia += distance * distance
  return { nClusters: centers.nSamples, labels, clusterCenters: centers.X, inertia }
}
