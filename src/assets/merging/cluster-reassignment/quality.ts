import { inertia } from '../../../math/inertia'
import { type Matrix, selectRows } from '../../../math/matrix'
import { mean } from '../../../math/mean'
import { silhouetteSamplesOf } from '../../../math/silhouette'
import { labelCodes } from '../../label-codes'
import { rowsOfStores } from '../../rows-of-stores'
import type { MergedClusters } from '../merged-clusters/spec'
import type { ClusterReassignment } from './spec'

type Quality = {
  /** W: sum of squared distances to the mean of the own cluster. */
  readonly within: number
  /** Mean silhouette; null with one cluster. */
  readonly silhouette: number | null
}

type Final = Pick<ClusterReassignment, 'storeIds' | 'rebalanced'>

/** How tight and how separate the clusters are in the merge space, crossed and in the end. */
export function qualityBeforeAndAfter(
  { storeIds, merged, space }: MergedClusters,
  after: Final,
): Pick<
  ClusterReassignment,
  'withinBefore' | 'withinAfter' | 'silhouetteBefore' | 'silhouetteAfter'
> {
  const nFeatures = space.featureNames.length
  const matrix = { X: space.X, nSamples: storeIds.length, nFeatures }
  const kept = () => selectRows(matrix, rowsOfStores(after.storeIds, storeIds, 'place'))
  const [crossed, final] =
    after.storeIds.length === storeIds.length
      ? qualityOf(matrix, [merged, after.rebalanced])
      : [...qualityOf(matrix, [merged]), ...qualityOf(kept(), [after.rebalanced])]
  return {
    withinBefore: crossed.within,
    withinAfter: final.within,
    silhouetteBefore: crossed.silhouette,
    silhouetteAfter: final.silhouette,
  }
}

/** Distances are worked out once for all labellings of the same stores. */
function qualityOf(matrix: Matrix, labelings: readonly (readonly string[])[]): readonly Quality[] {
  const coded = labelings.map(labelCodes)
  const split = coded.filter(({ nLabels }) => nLabels > 1)
  const samples = silhouetteSamplesOf(
    matrix,
    split.map(({ codes }) => codes),
  )
  return coded.map((labeling) => ({
    within: inertia(matrix, labeling.codes),
    silhouette: labeling.nLabels > 1 ? mean(samples[split.indexOf(labeling)]) : null,
  }))
}
