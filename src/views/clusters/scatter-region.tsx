import { IconLasso } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { outlierLabel } from '../../state/outlier-label'
import { Scatter } from '../../ui/charts/scatter'
import type { MarkNote } from '../../ui/charts/scatter-props'
import { formatAmount, formatCount } from '../../ui/number-format'
import { Region } from '../../ui/region'
import { Segments } from '../../ui/segments'
import { AxisFoot, AxisHead } from './axis-words'
import type { Placement } from './placement.model'
import { RangeForm } from './range-form'
import { groupsOf, storesInRange } from './scatter.model'
import classes from './scatter-region.module.css'
import type { Scene } from './scene.model'
import { StoreTip } from './store-tip'
import { UmapNote } from './umap-note'
import type { Focus } from './use-focus'
import { useScatterPicture } from './use-scatter-picture'

/** The stores on two components, or as a UMAP picture, coloured by cluster. */
export function ScatterRegion({ scene, focus }: { readonly scene: Scene; readonly focus: Focus }) {
  const { clusters, placement, branch } = scene
  const [isForm, setForm] = useState(false)
  const groups = useMemo(() => groupsOf(clusters, placement), [clusters, placement])
  const { kind, choose, umap, axes, across, up, chooseAxis, points, names } = useScatterPicture(
    scene,
    groups,
  )
  const isInFocus = (group: number) => {
    const key = groups[group]?.key
    return key !== undefined && (focus.chosen.size === 0 || focus.chosen.has(key))
  }
  return (
    <Region
      title={scene.scatterTitle}
      label="Scatter"
      {...(branch === 'merged' ? { subtitle: mergedSubtitle } : {})}
      actions={
        <span className={classes.tools}>
          <Segments
            label="Picture"
            value={kind}
            options={[
              { value: 'components', label: scene.reduced.pca === null ? 'Features' : 'PCA' },
              { value: 'umap', label: 'UMAP (picture only)' },
            ]}
            onChange={choose}
          />
          <button
            type="button"
            className={classes.tool}
            aria-expanded={isForm}
            title="Drag around stores to select them, or give a range"
            onClick={() => setForm(!isForm)}
          >
            <IconLasso size={14} stroke={1.5} aria-hidden /> Select by range
          </button>
        </span>
      }
    >
      {isForm ? (
        <RangeForm
          acrossName={names.across}
          upName={names.up}
          onSelect={(acrossRange, upRange) =>
            focus.selectLasso(
              storesInRange(points, { isIn: isInFocus, across: acrossRange, up: upRange }),
            )
          }
        />
      ) : null}
      {kind === 'umap' ? <UmapNote {...umap} onCancel={() => choose('components')} /> : null}
      {axes.length < 2 ? null : (
        <AxisHead axes={axes} chosen={up} onChoose={(axis) => chooseAxis({ up: axis })} />
      )}
      <Scatter
        label={`${formatAmount(placement.storeIds.length, 'store')} by ${names.across} and ${names.up}, coloured by ${branch} cluster`}
        points={points}
        groups={groups}
        chosen={focus.chosen}
        selected={focus.selected}
        onPick={focus.pickStore}
        onLasso={focus.selectLasso}
        renderTip={(i) => <StoreTip scene={scene} at={i} />}
        notes={notesOf(placement)}
      />
      {axes.length === 0 ? null : (
        <AxisFoot axes={axes} chosen={across} onChoose={(axis) => chooseAxis({ across: axis })} />
      )}
    </Region>
  )
}

const mergedSubtitle = 'Axes and colour of the internal half, shape of the external half'

/** What marks that are not filled are: `hollow: 61 unusual, 2 without data`, `15 kept separate`. */
function notesOf({ clusters, isOutlier, noData }: Placement): readonly MarkNote[] {
  const nSeparate = clusters.filter((key) => key === outlierLabel).length
  const nOutliers = isOutlier.reduce((sum, flag) => sum + flag, 0) - nSeparate
  const nWithout = noData.reduce((sum, flag) => sum + flag, 0)
  const parts = [
    nOutliers === 0 ? '' : `${formatCount(nOutliers)} unusual`,
    nWithout === 0 ? '' : `${formatCount(nWithout)} without data`,
  ].filter((part) => part !== '')
  const rings: readonly MarkNote[] =
    parts.length === 0 ? [] : [{ mark: 'ring', text: `hollow: ${parts.join(', ')}` }]
  const text = `${formatCount(nSeparate)} kept separate`
  return nSeparate === 0 ? rings : [...rings, { mark: 'cross', text }]
}
