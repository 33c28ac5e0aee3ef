import type { ClusterLabelingAnalytics } from '../../assets/cluster-analysis/cluster-labeling-analytics/spec'
import type { ClusterMetrics } from '../../assets/cluster-analysis/cluster-metrics/spec'
import type { ClusterProfiles } from '../../assets/cluster-analysis/cluster-profiles/spec'
import type { ClusterReassignment } from '../../assets/merging/cluster-reassignment/spec'
import { plainName } from '../../state/feature-names'
import { clusterColors, markShapes, shapeOf } from '../../ui/cluster-colors'
import type { ScatterGroup } from '../../ui/charts/scatter-props'
import { formatCount } from '../../ui/number-format'
import type { ClusterTokenProps } from '../../ui/token'

export type Profile = ClusterProfiles['branches'][number]
type Labelled = ClusterLabelingAnalytics['branches'][number]

/** A cluster with everything the screen says of it. */
export type ShownCluster = ScatterGroup & {
  readonly color: number
  readonly isNamedByPerson: boolean
  readonly size: number
  /** Of the placed stores, 0 to 1. */
  readonly share: number
  /** What stands out, with its index against the chain: `Late night 289`. */
  readonly high: readonly string[]
  readonly low: readonly string[]
  readonly silhouette: number | null
  readonly meanMargin: number | null
  readonly nOutliers: number | null
  /** Size before small merged clusters were emptied. */
  readonly before: number | null
}

/** What is known of the clusters beside their labels; null where it was not made. */
export type Described = { readonly profile: Profile | null; readonly labelled: Labelled | null }

/** The clusters of one branch by id, which gives the colour too: it stays from run to run. */
export function branchClusters(
  branch: 'internal' | 'external',
  metrics: ClusterMetrics,
  described: Described,
): readonly ShownCluster[] {
  const nMarks = marksNeeded(metrics)
  return metrics.clusters.map((one) => {
    const key = String(one.cluster)
    const color = one.cluster - 1
    return {
      key,
      ...namedBy(key, described),
      token: { kind: branch, label: key, colorIndex: color },
      color,
      shape: shapeOf(color, nMarks),
      size: one.size,
      share: one.share,
      silhouette: one.silhouette,
      meanMargin: one.meanMargin,
      nOutliers: one.outliers,
      before: null,
    }
  })
}

/** Ids beyond the colours share one with a smaller id, so that shapes are needed however few there are. */
function marksNeeded({ clusters, nClusters }: ClusterMetrics): number {
  const isBeyond = clusters.some(({ cluster }) => cluster > clusterColors.length)
  return isBeyond ? Math.max(nClusters, clusterColors.length) : nClusters
}

export type MergeOrder = NonNullable<ClusterTokenProps['order']>

/** The final merged clusters: the internal half gives the colour, the external half the shape. */
export function mergedClusters(
  { sizesBefore, sizesAfter, storeIds }: ClusterReassignment,
  order: MergeOrder,
  described: Described,
): readonly ShownCluster[] {
  const before = new Map(sizesBefore.map(({ cluster, size }) => [cluster, size]))
  return sizesAfter.map(({ cluster, size }) => {
    const { internal, external } = halvesOf(cluster, order)
    return {
      key: cluster,
      ...namedBy(cluster, described),
      token: mergedToken(cluster, order),
      color: internal - 1,
      shape: markShapes[(external - 1) % markShapes.length] ?? 'circle',
      size,
      share: storeIds.length === 0 ? 0 : size / storeIds.length,
      silhouette: null,
      meanMargin: null,
      nOutliers: null,
      before: before.get(cluster) ?? 0,
    }
  })
}

/** The internal half gives the colour. */
export function mergedToken(label: string, order: MergeOrder): ClusterTokenProps {
  return { kind: 'merged', label, colorIndex: halvesOf(label, order).internal - 1, order }
}

function halvesOf(label: string, order: MergeOrder) {
  const [first = 1, second = 1] = label.split('_').map(Number)
  const isInternalFirst = order === 'internal_external'
  return isInternalFirst
    ? { internal: first, external: second }
    : { internal: second, external: first }
}

function namedBy(key: string, { profile, labelled }: Described) {
  const told = labelled?.clusters.find(({ cluster }) => cluster === key)
  const at = profile?.clusters.findIndex(({ cluster }) => cluster === key) ?? -1
  const indexOf = (feature: string) => {
    const found = profile?.features.find(({ name }) => name === feature)
    return found?.chainMean !== undefined && found.chainMean > 0
      ? (found.cells[at]?.index ?? null)
      : null
  }
  const trait = ({ feature }: { readonly feature: string }) => {
    const index = indexOf(feature)
    const name = plainName(feature)
    return index === null ? name : `${name} ${formatCount(index)}`
  }
  return {
    name: told?.name ?? `Cluster ${key}`,
    isNamedByPerson: told?.isNamedByPerson ?? false,
    high: (told?.high ?? []).map(trait),
    low: (told?.low ?? []).map(trait),
  }
}

/** The two lines of a card: what the cluster has more and less of than the chain. */
export function traitsOf({ high, low }: Pick<ShownCluster, 'high' | 'low'>) {
  const lines = [
    { word: 'more', text: high.slice(0, 2).join(', ') },
    { word: 'less', text: low.slice(0, 2).join(', ') },
  ].filter(({ text }) => text !== '')
  return lines.length > 0 ? lines : [{ word: 'like the chain:', text: 'nothing stands out' }]
}
