import type { ClusterProfiles } from '../../assets/cluster-analysis/cluster-profiles/spec'
import { wholeFile } from '../../assets/preprocessing/partition-names'
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
export function clusterProfilesFile(
  made: readonly Made<ClusterProfiles>[],
  externalScope: ExternalScope,
): TableFile {
  return {
    kind: 'table',
    name: 'cluster_profiles.csv',
    columns,
    rows: clusterProfileRows(made, externalScope),
  }
}

/** Whether external clusters are those of the chain, the same in every category, or of each. */
export type ExternalScope = 'global' | 'per_category'

/** External clusters of the chain are written once, under the category that their own files name. */
function clusterProfileRows(
  made: readonly Made<ClusterProfiles>[],
  externalScope: ExternalScope,
): readonly (readonly Cell[])[] {
  return made.flatMap(({ partition, value }, m) =>
    value.branches.flatMap(({ branch, clusters, features }) => {
      const isOfChain = branch === 'external' && externalScope === 'global'
      if (isOfChain && m > 0) return []
      const category = isOfChain ? wholeFile : categoryOf(partition)
      return clusters.flatMap(({ cluster, size }, c) =>
        features.flatMap(({ name, etaSquared, cells }) => {
          const cell = cells[c]
          if (cell === undefined) return []
          const { mean, median, sd, index, z } = cell
          return [[branch, category, cluster, size, name, mean, median, sd, index, z, etaSquared]]
        }),
      )
    }),
  )
}
