import { type Matrix, rowOf } from '../../../math/matrix'
import type { NearestCenters } from '../../../math/nearest-centers'
import { distanceBetween } from '../../../math/squared-distances'
import type { ClusteringModel } from '../../model-training/train-clustering-models/spec'
import { outlierLabel } from '../../model-training/outlier-policy'
import { applyOverrides, type Overridden } from '../../overrides/apply-overrides'
import type { ActiveOverride } from '../../override'

type Situation = {
  readonly matrix: Matrix
  readonly storeIds: readonly string[]
  readonly model: Pick<ClusteringModel, 'clusterIds' | 'clusterCenters' | 'nClusters'>
  readonly overrides: readonly ActiveOverride[]
  /** 1 where a store is in no cluster unless a person puts it into one. */
  readonly isApart: Uint8Array
}

/**
 * Places after the overrides; the label of a store that is left out, or apart, is -1. The runner-up
 * of a store that is apart is the nearest cluster.
 */
type OverriddenPlaces = NearestCenters &
  Pick<Overridden, 'excluded' | 'locked' | 'outcomes'> & { readonly isApart: Uint8Array }

/**
 * Applies the overrides in the space of the model, where clusters are rows of its centres. A store
 * that moved, or whose runner-up lost its last store, is measured anew; the others stay as they are.
 */
export function overridePlaces(placed: NearestCenters, situation: Situation): OverriddenPlaces {
  const { matrix, storeIds, model, overrides, isApart } = situation
  const centers = { ...matrix, X: model.clusterCenters, nSamples: model.nClusters }
  const names = Array.from(model.clusterIds, String)
  const { clusters, excluded, locked, outcomes } = applyOverrides({
    storeIds,
    clusters: Array.from(placed.labels, (label, row) =>
      isApart[row] === 1 ? outlierLabel : names[label],
    ),
    space: matrix,
    centers: new Map(names.map((name, label) => [name, rowOf(centers, label)])),
    overrides,
  })
  const leftOut = new Set(excluded)
  const labels = Int32Array.from(clusters, (name, row) =>
    leftOut.has(storeIds[row]) ? -1 : names.indexOf(name),
  )
  const [distances, runnerUp, runnerUpDistances] = [
    placed.distances.slice(),
    placed.runnerUp.slice(),
    placed.runnerUpDistances.slice(),
  ]
  const taken = new Set(labels)
  const staysApart = Uint8Array.from(clusters, (name, row) =>
    name === outlierLabel && !leftOut.has(storeIds[row]) ? 1 : 0,
  )
  labels.forEach((label, row) => {
    if (staysApart[row] === 0 && label === -1) return
    if (label !== -1 && label === placed.labels[row] && taken.has(runnerUp[row])) return
    const point = rowOf(matrix, row)
    const next = nearestOf(point, centers, (other) => other !== label && taken.has(other))
    distances[row] = label === -1 ? NaN : distanceBetween(point, rowOf(centers, label))
    runnerUp[row] = next.label
    runnerUpDistances[row] = next.distance
  })
  return {
    labels,
    distances,
    runnerUp,
    runnerUpDistances,
    excluded,
    locked,
    outcomes,
    isApart: staysApart,
  }
}

/** The nearest centre among those that count, the first on a tie; -1 and NaN where there is none. */
function nearestOf(point: Float64Array, centers: Matrix, counts: (label: number) => boolean) {
  let nearest = { label: -1, distance: NaN }
  for (let label = 0; label < centers.nSamples; label++) {
    if (!counts(label)) continue
    const distance = distanceBetween(point, rowOf(centers, label))
    if (nearest.label === -1 || distance < nearest.distance) nearest = { label, distance }
  }
  return nearest
}
