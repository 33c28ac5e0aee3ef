import { rowOf, selectRows } from './matrix'

export type SizeOrder = {
  readonly labels: Int32Array
  readonly clusterCenters: Float64Array
  /** Number of rows of each cluster, falling. */
  readonly sizes: Int32Array
}

/**
 * Renumbers clusters so that the largest is 0; ties go to the lexicographically smaller centre.
 * Rows labelled -1 stay -1.
 */
export function orderBySize(
  labels: Int32Array,
  clusterCenters: Float64Array,
  nClusters: number,
): SizeOrder {
  const nFeatures = clusterCenters.length / nClusters
  const centers = { X: clusterCenters, nSamples: nClusters, nFeatures }
  const sizes = new Int32Array(nClusters)
  for (const label of labels) if (label >= 0) sizes[label]++
  const order = Int32Array.from(sizes.keys()).sort(
    (a, b) => sizes[b] - sizes[a] || compareCenters(rowOf(centers, a), rowOf(centers, b)) || a - b,
  )
  const newLabels = new Int32Array(nClusters)
  order.forEach((old, rank) => (newLabels[old] = rank))
  return {
    labels: labels.map((label) => (label < 0 ? label : newLabels[label])),
    clusterCenters: selectRows(centers, order).X,
    sizes: order.map((old) => sizes[old]),
  }
}

function compareCenters(a: Float64Array, b: Float64Array): number {
  const j = a.findIndex((value, at) => value !== b[at])
  return j === -1 ? 0 : a[j] - b[j]
}
