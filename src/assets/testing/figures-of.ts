import type { Clustered } from './cluster-table'

/** All that is measured and decided, without names and units: of the fit and of the stores. */
export function figuresOf({ outliers, reduced, counts, model, assigned }: Clustered) {
  const { nClusters, clusterCenters, clusterIds, sizes, inertia, labels, isFitted } = model
  const { storeIds: _ids, excluded: _excluded, separate: _separate, ...places } = assigned
  return {
    space: reduced.X,
    scores: outliers.score,
    counts,
    fit: { nClusters, clusterCenters, clusterIds, sizes, inertia, labels, isFitted },
    places,
  }
}
