import type { NearestCenters } from '../../../math/nearest-centers'
import type { DimensionalityReducedFeatures } from '../../feature-engineering/dimensionality-reduced-features/spec'
import type { ImputedFeatures } from '../../feature-engineering/imputed-features/spec'
import type { Outsider } from '../../model-training/outlier-policy'
import type { ClusteringModel } from '../../model-training/train-clustering-models/spec'
import type { Branch } from '../../spec'
import { rowsWhere } from '../../rows-where'
import type { Exclusion } from '../../value'
import { countFilledColumns } from './count-filled-columns'
import type { AssignedClusters } from './spec'

/** Per store why it took no part in the clusters; null where it did, or has no data to judge by. */
export type Outsiders = readonly (Outsider | null)[]

type Stores = Pick<DimensionalityReducedFeatures, 'isOutlier' | 'hasData'>

export function outsidersOf({ isOutlier, hasData }: Stores, isNoise: Uint8Array): Outsiders {
  return Array.from(isOutlier, (flag, row) => {
    if (hasData[row] === 0) return null
    if (flag === 1) return 'outlier'
    return isNoise[row] === 1 ? 'noise' : null
  })
}

type Inputs = {
  readonly model: Pick<ClusteringModel, 'clusterIds'>
  readonly reduced: Pick<DimensionalityReducedFeatures, 'storeIds'>
  readonly imputed: ImputedFeatures
}

/** Places after the overrides, with 1 where a store is still in no cluster. */
type Apart = Pick<NearestCenters, 'runnerUp' | 'runnerUpDistances'> & {
  readonly isApart: Uint8Array
}

/** The stores that are in no cluster, with the one that they are nearest to. */
export function separateStores(
  { model, reduced, imputed }: Inputs,
  { isApart, runnerUp, runnerUpDistances }: Apart,
  outsiders: Outsiders,
): AssignedClusters['separate'] {
  const rows = rowsWhere(isApart)
  const storeIds = Array.from(rows, (row) => reduced.storeIds[row])
  const filled = countFilledColumns(imputed, storeIds)
  return storeIds.map((storeId, i) => ({
    storeId,
    reason: outsiders[rows[i]] ?? 'outlier',
    filledCells: filled[i],
    nearest: model.clusterIds[runnerUp[rows[i]]],
    nearestDistance: runnerUpDistances[rows[i]],
  }))
}

type Dropped = { readonly placed: Pick<Apart, 'isApart'>; readonly outsiders: Outsiders }

/** The same stores as exclusions, by the asset that found them unusual. */
export function droppedStores(
  branch: Branch,
  storeIds: readonly string[],
  { placed, outsiders }: Dropped,
): readonly Exclusion[] {
  return Array.from(rowsWhere(placed.isApart), (row) => ({
    storeId: storeIds[row],
    asset: `${branch}_${outsiders[row] === 'noise' ? 'train_clustering_models' : 'outlier_removed_features'}`,
    reason: `${outsiders[row] ?? 'outlier'}, dropped`,
  }))
}
