import { clusterMeans } from './cluster-means'
import { distancesToOwn } from './distances-to-own'
import type { Matrix } from './matrix'

/**
 * Sum of squared distances of the rows to the mean of their label; rows
 * labelled -1 are left out. 0 when no row is labelled.
 */
export function inertia(matrix: Matrix, labels: Int32Array): number {
  const { centers } = clusterMeans(matrix, labels)
  let sum = 0
  for (const distance of distancesToOwn(matrix, labels, centers)) {
    if (!Number.isNaN(distance)) sum += distance * distance
  }
  return sum
}
