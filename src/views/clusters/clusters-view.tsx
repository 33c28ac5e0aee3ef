import { useActions, useApp } from '../../state/hooks'
import { Answer } from '../../ui/answer'
import { Segments } from '../../ui/segments'
import { AssetGate } from '../asset-gate'
import { PendingNames } from '../pending-decisions'
import { ClusterStrip } from './cluster-strip'
import { ClusterTable } from './cluster-table'
import classes from './clusters-view.module.css'
import { HeatmapRegion } from './heatmap-region'
import { IdsLine } from './ids-line'
import { ScatterRegion } from './scatter-region'
import { StoreRegion } from './store-region'
import { useFocus } from './use-focus'
import { useScene } from './use-scene'

const branches = [
  { value: 'internal', label: 'Internal' },
  { value: 'external', label: 'External' },
  { value: 'merged', label: 'Merged' },
] as const

/** What is in the clusters? */
export function ClustersView() {
  const branch = useApp((state) => state.view.branch)
  const { look } = useActions()
  const { scene, profiles, models } = useScene()
  const focus = useFocus()
  return (
    <>
      <Answer
        title={scene.value?.answer.title ?? 'What is in the clusters?'}
        detail={scene.value?.answer.detail}
        actions={
          <Segments
            label="Branch"
            value={branch}
            options={branches}
            onChange={(value) => look({ branch: value })}
          />
        }
      />
      <AssetGate asset={scene} label="Clusters">
        {(value) => (
          <div className={classes.screen}>
            <div className={classes.groups} data-list={value.branch === 'merged' || undefined}>
              {value.branch === 'merged' ? (
                // Merged clusters can be many: a list in place of the strip.
                <ClusterTable scene={value} focus={focus} />
              ) : (
                <ClusterStrip
                  place={value.decidable.place}
                  clusters={value.clusters}
                  chosen={focus.chosen}
                  onChoose={focus.chooseCluster}
                />
              )}
              <div className={classes.notes}>
                <PendingNames place={value.decidable.place} names={value.names} />
                {models.map((model) => (
                  <IdsLine key={model.branch} model={model} isOneOfTwo={models.length > 1} />
                ))}
              </div>
            </div>
            <div className={classes.pictures}>
              <ScatterRegion scene={value} focus={focus} />
              <HeatmapRegion scene={value} profiles={profiles} focus={focus} />
            </div>
            <div className={classes.tables}>
              <StoreRegion scene={value} focus={focus} />
              {value.branch === 'merged' ? null : <ClusterTable scene={value} focus={focus} />}
            </div>
          </div>
        )}
      </AssetGate>
    </>
  )
}
