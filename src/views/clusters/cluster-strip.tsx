import type { DecisionPlace } from '../../state/overrides/overrides-slice'
import { ClusterCard } from '../../ui/charts/cluster-card'
import { formatCount, formatNumber } from '../../ui/number-format'
import { NamedBy, Rename } from '../cluster-name'
import classes from './cluster-strip.module.css'
import { type ShownCluster, traitsOf } from './shown-clusters.model'

export type ClusterStripProps = {
  readonly place: DecisionPlace
  readonly clusters: readonly ShownCluster[]
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (key: string, isAdded: boolean) => void
}

/** The clusters side by side, and the legend of every picture below. */
export function ClusterStrip({ place, clusters, chosen, onChoose }: ClusterStripProps) {
  const largest = clusters.reduce((most, { size }) => Math.max(most, size), 1)
  const columns = columnsFor(clusters.length)
  return (
    <ul
      className={classes.strip}
      aria-label="Choose clusters"
      style={{ '--columns': columns }}
      data-few={clusters.length < 3 || undefined}
    >
      {clusters.map((cluster, i) => (
        <li
          key={cluster.key}
          data-first={i % columns === 0 || undefined}
          data-lower={i >= columns || undefined}
          data-named={cluster.isNamedByPerson || undefined}
        >
          <ClusterCard
            name={cluster.name}
            token={cluster.token}
            color={cluster.color}
            size={cluster.size}
            share={cluster.share}
            barShare={cluster.size / largest}
            traits={traitsOf(cluster)}
            foot={footOf(cluster)}
            isCompact={columns > 6}
            isChosen={chosen.has(cluster.key)}
            onChoose={(isAdded) => onChoose(cluster.key, isAdded)}
          />
          <span className={classes.tools}>
            <NamedBy place={place} cluster={cluster} />
            <Rename place={place} cluster={cluster} />
          </span>
        </li>
      ))}
    </ul>
  )
}

/** One row of up to six cards, else two rows, at most eight cards wide. */
function columnsFor(n: number): number {
  return n <= 6 ? n : Math.min(8, Math.ceil(n / 2))
}

function footOf({ silhouette, nOutliers }: ShownCluster): readonly string[] {
  const score = silhouette === null ? '' : `silhouette ${formatNumber(silhouette)}`
  const unusual = nOutliers === null || nOutliers === 0 ? '' : `${formatCount(nOutliers)} unusual`
  return [score, unusual].filter((part) => part !== '')
}
