import { useMemo, useState } from 'react'
import { IconLasso } from '@tabler/icons-react'
import { Scatter } from '../../ui/charts/scatter'
import { formatAmount, formatCount, formatNumber } from '../../ui/number-format'
import { Region } from '../../ui/region'
import { ClusterToken } from '../../ui/token'
import { AxisFoot, AxisHead } from './axis-words'
import type { Placement } from './placement.model'
import { RangeForm } from './range-form'
import { axesOf, pointsOf, storesInRange } from './scatter.model'
import classes from './scatter-region.module.css'
import type { Scene } from './scene.model'
import type { Focus } from './use-focus'

/** The stores on two components, coloured by cluster. */
export function ScatterRegion({ scene, focus }: { readonly scene: Scene; readonly focus: Focus }) {
  const { clusters, placement, reduced, branch } = scene
  const [x, setX] = useState(0)
  const [y, setY] = useState(1)
  const axes = useMemo(() => axesOf(reduced), [reduced])
  const across = Math.min(x, axes.length - 1)
  const up = Math.min(y, axes.length - 1)
  const isLine = axes.length < 2
  const [isForm, setForm] = useState(false)
  const points = useMemo(
    () => pointsOf(reduced, placement, { clusters, axes: [across, isLine ? 1 : up] }),
    [reduced, placement, clusters, across, up, isLine],
  )
  const isInFocus = (group: number) => {
    const key = clusters[group]?.key
    return key !== undefined && (focus.chosen.size === 0 || focus.chosen.has(key))
  }
  return (
    <Region
      title={scene.scatterTitle}
      label="Scatter"
      {...(branch === 'merged' ? { subtitle: mergedSubtitle } : {})}
      actions={
        <button
          type="button"
          className={classes.tool}
          aria-expanded={isForm}
          title="Drag around stores to select them, or give a range"
          onClick={() => setForm(!isForm)}
        >
          <IconLasso size={14} stroke={1.5} aria-hidden /> Select by range
        </button>
      }
    >
      {isForm ? (
        <RangeForm
          acrossName={axes[across]?.name ?? ''}
          upName={axes[up]?.name ?? ''}
          onSelect={(acrossRange, upRange) =>
            focus.selectLasso(
              storesInRange(points, { isIn: isInFocus, across: acrossRange, up: upRange }),
            )
          }
        />
      ) : null}
      {isLine ? null : <AxisHead axes={axes} chosen={up} onChoose={setY} />}
      <Scatter
        label={`${formatAmount(placement.storeIds.length, 'store')} by ${axes[across]?.name ?? ''} and ${axes[up]?.name ?? ''}, coloured by ${branch} cluster`}
        points={points}
        groups={clusters}
        chosen={focus.chosen}
        selected={focus.selected}
        onPick={focus.pickStore}
        onLasso={focus.selectLasso}
        renderTip={(i) => <StoreTip scene={scene} at={i} />}
        note={hollowNote(placement)}
      />
      <AxisFoot axes={axes} chosen={across} onChoose={setX} />
    </Region>
  )
}

const mergedSubtitle = 'Axes and colour of the internal half, shape of the external half'

/** What hollow marks are: `hollow: 61 unusual, 2 without data`. */
function hollowNote({ isOutlier, noData }: Placement): string {
  const nOutliers = isOutlier.reduce((sum, flag) => sum + flag, 0)
  const nWithout = noData.reduce((sum, flag) => sum + flag, 0)
  const parts = [
    nOutliers === 0 ? '' : `${formatCount(nOutliers)} unusual`,
    nWithout === 0 ? '' : `${formatCount(nWithout)} without data`,
  ].filter((part) => part !== '')
  return parts.length === 0 ? '' : `hollow: ${parts.join(', ')}`
}

function StoreTip({ scene, at }: { readonly scene: Scene; readonly at: number }) {
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
      {placement.isOutlier[at] === 1 ? <span>unusual: kept out of the fit</span> : null}
    </div>
  )
}
