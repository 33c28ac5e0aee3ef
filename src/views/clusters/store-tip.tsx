import { outlierLabel } from '../../state/outlier-label'
import { formatCount, formatNumber } from '../../ui/number-format'
import { ClusterToken } from '../../ui/token'
import classes from './scatter-region.module.css'
import type { Scene } from './scene.model'

/** What is said of a store under the pointer. */
export function StoreTip({ scene, at }: { readonly scene: Scene; readonly at: number }) {
  const { placement, clusters, standouts } = scene
  const id = placement.storeIds[at] ?? ''
  const cluster = clusters.find(({ key }) => key === placement.clusters[at])
  const next = clusters.find(({ key }) => key === placement.runnerUp[at])
  const margin = placement.margin[at] ?? NaN
  const most = standouts?.(id) ?? []
  return (
    <div className={classes.tip}>
      <b className={classes.id}>Store {id}</b>
      {cluster === undefined ? null : (
        <span className={classes.line}>
          <ClusterToken {...cluster.token} size="sm" /> {cluster.name}
        </span>
      )}
      {next === undefined ? null : (
        <span className={classes.line} data-quiet>
          next <ClusterToken {...next.token} size="sm" /> {next.name}
        </span>
      )}
      {Number.isFinite(margin) ? <span>margin {formatNumber(margin)}</span> : null}
      {most.length === 0 ? null : (
        <span className={classes.most}>
          most:{' '}
          {most
            .map(({ name, index }) => (index === null ? name : `${name} ${formatCount(index)}`))
            .join(', ')}
        </span>
      )}
      {placement.isOutlier[at] === 1 ? (
        <span>
          {placement.clusters[at] === outlierLabel
            ? 'unusual: kept separate, in no cluster'
            : 'unusual: kept out of the fit'}
        </span>
      ) : null}
    </div>
  )
}
