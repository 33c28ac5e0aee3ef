import { type Matrix, selectRows } from '../../../math/matrix'
import { quantile } from '../../../math/quantile'
import type { Shape } from '../fit'
import { measureTo, placeRows } from '../place-rows'
import type { ClusteringModel } from './spec'

type Clusters = Pick<ClusteringModel, 'clusterCenters' | 'nClusters' | 'labels'> & {
  readonly shape: Shape
}

/** A cluster with fewer members takes its limit from the members of all. */
const fewest = 20
const share = 0.99

const none = { points: new Float64Array(0), labels: new Int32Array(0) }

/**
 * What a new row is placed by beside the centres: the fitted rows that the shape alone would place
 * elsewhere, with the rows that were flagged as outliers, and how far from its centre a row of each
 * cluster may be and still be like its members.
 */
export function placingOf(
  fitted: Matrix,
  { labels, ...clusters }: Clusters,
  flagged: Matrix,
): Pick<ClusteringModel, 'exceptions' | 'limits'> {
  const placed = placeRows(fitted, { ...clusters, exceptions: none })
  const rows = Int32Array.from(labels.keys()).filter(
    (row) => labels[row] !== (placed.isNoise[row] === 1 ? -1 : placed.labels[row]),
  )
  const elsewhere = selectRows(fitted, rows).X
  const points = new Float64Array(elsewhere.length + flagged.X.length)
  points.set(elsewhere)
  points.set(flagged.X, elsewhere.length)
  const exceptionLabels = new Int32Array(rows.length + flagged.nSamples).fill(-1)
  exceptionLabels.set(rows.map((row) => labels[row]))
  const exceptions = { points, labels: exceptionLabels }
  const { distances } = measureTo(fitted, labels, clusters)
  return { exceptions, limits: limitsOf(distances, labels, clusters.nClusters) }
}

function limitsOf(distances: Float64Array, labels: Int32Array, nClusters: number): Float64Array {
  const pooled = quantile(distances, share)
  return Float64Array.from({ length: nClusters }, (_, label) => {
    const own = distances.filter((_distance, row) => labels[row] === label)
    return own.length < fewest ? pooled : quantile(own, share)
  })
}
