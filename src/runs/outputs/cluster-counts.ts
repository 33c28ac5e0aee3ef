import type { OptimalClusterCounts } from '../../assets/model-training/optimal-cluster-counts/spec'
import type { Branch } from '../../assets/spec'
import type { Made } from '../values-made'
import { categoryOf } from './category-of'
import type { Cell, TableFile } from './output-file'

const columns = [
  'branch',
  'category',
  'k',
  'inertia',
  'silhouette',
  'calinski_harabasz',
  'davies_bouldin',
  'smallest',
  'combined',
  'chosen',
]

/** `cluster_counts.csv`: every k that was tried, with its scores, by branch, category, k. */
export function clusterCounts(rows: readonly (readonly Cell[])[]): TableFile {
  return { kind: 'table', name: 'cluster_counts.csv', columns, rows }
}

export function clusterCountRows(
  branch: Branch,
  made: readonly Made<OptimalClusterCounts>[],
): readonly (readonly Cell[])[] {
  return made.flatMap(({ partition, value }) =>
    value.candidates.map((candidate) => [
      branch,
      categoryOf(partition),
      candidate.k,
      candidate.inertia,
      candidate.silhouette,
      candidate.calinskiHarabasz,
      candidate.daviesBouldin,
      candidate.smallest,
      candidate.combined,
      candidate.k === value.k,
    ]),
  )
}
