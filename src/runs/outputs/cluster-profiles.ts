import type { ClusterProfiles } from '../../assets/cluster-analysis/cluster-profiles/spec'
import type { Made } from '../values-made'
import { categoryOf } from './category-of'
import type { Cell, TableFile } from './output-file'

const columns = [
  'branch',
  'category',
  'cluster',
  'size',
  'feature',
  'mean',
  'median',
  'sd',
  'index',
  'z',
  'eta_squared',
]

/** `cluster_profiles.csv`: what each cluster looks like, feature by feature. */
export function clusterProfilesFile(made: readonly Made<ClusterProfiles>[]): TableFile {
  return {
    kind: 'table',
    name: 'cluster_profiles.csv',
    columns,
    rows: clusterProfileRows(made),
  }
}

export function clusterProfileRows(
  made: readonly Made<ClusterProfiles>[],
): readonly (readonly Cell[])[] {
  return made.flatMap(({ partition, value }) =>
    value.branches.flatMap(({ branch, clusters, features }) =>
      clusters.flatMap(({ cluster, size }, c) =>
        features.flatMap(({ name, etaSquared, cells }) => {
          const cell = cells[c]
          if (cell === undefined) return []
          const { mean, median, sd, index, z } = cell
          const category = categoryOf(partition)
          return [[branch, category, cluster, size, name, mean, median, sd, index, z, etaSquared]]
        }),
      ),
    ),
  )
}
