import { compareText } from '../../../table/compare-text'
import type { ClusterProfiles } from '../cluster-profiles/spec'
import { nameClusters } from './name-clusters'
import type { ClusterLabelingAnalytics } from './spec'

export type Inputs = { readonly profiles: ClusterProfiles }

type Profiled = ClusterProfiles['branches'][number]
type Labelled = ClusterLabelingAnalytics['branches'][number]

/** A cluster mean this many chain sds away from the chain mean stands out. */
const standsOut = 0.35
/** As many features a side are told. */
const nTold = 5

/** Names every cluster of every branch from the features that set it apart most. */
export function compute({ profiles }: Inputs): ClusterLabelingAnalytics {
  return { branches: profiles.branches.map(labelBranch) }
}

function labelBranch({ branch, clusters, features }: Profiled): Labelled {
  const traits = clusters.map((_, c) => traitsOf(features, c))
  const names = nameClusters(traits)
  return {
    branch,
    clusters: clusters.map(({ cluster }, c) => ({
      cluster,
      name: names[c],
      high: traits[c].filter(({ z }) => z > 0).slice(0, nTold),
      low: traits[c].filter(({ z }) => z < 0).slice(0, nTold),
    })),
  }
}

/** The features that stand out in cluster `c`, strongest first, ties by name (code units). */
function traitsOf(features: Profiled['features'], c: number) {
  return features
    .map(({ name, cells }) => ({ feature: name, z: cells[c].z }))
    .filter(({ z }) => Math.abs(z) >= standsOut)
    .sort((a, b) => Math.abs(b.z) - Math.abs(a.z) || compareText(a.feature, b.feature))
}
