import { useMemo, useState } from 'react'
import { type HeatOrder, ProfileHeatmap } from '../../ui/charts/profile-heatmap'
import { DownloadButton } from '../../ui/download-button'
import { formatCount } from '../../ui/number-format'
import { Region } from '../../ui/region'
import { Segments } from '../../ui/segments'
import { AssetGate } from '../asset-gate'
import { saveCsv } from '../save-csv'
import { heatColumns, type HeatMode, heatRows, heatTitle, profileCsv } from './heatmap.model'
import type { Scene } from './scene.model'
import type { Profile } from './shown-clusters.model'
import type { Focus } from './use-focus'
import type { SceneView } from './use-scene'

const modes = [
  { value: 'index', label: 'Index' },
  { value: 'z', label: 'z-score' },
  { value: 'raw', label: 'Raw' },
] as const

const rowHeads = { internal: 'Need state', external: 'Feature', merged: 'Feature' } as const

export type HeatmapRegionProps = {
  readonly scene: Scene
  readonly profiles: SceneView['profiles']
  readonly focus: Focus
}

/** What each cluster has more and less of than the chain. */
export function HeatmapRegion({ scene, profiles, focus }: HeatmapRegionProps) {
  if (scene.profile === null)
    return (
      <Region title="No profiles yet">
        <AssetGate asset={profiles} label="Profiles">
          {() => null}
        </AssetGate>
      </Region>
    )
  return <Heat scene={scene} profile={scene.profile} focus={focus} />
}

type HeatProps = Pick<HeatmapRegionProps, 'scene' | 'focus'> & {
  readonly profile: Profile
}

function Heat({ scene, profile, focus }: HeatProps) {
  const [mode, setMode] = useState<HeatMode>('index')
  const [order, setOrder] = useState<HeatOrder>('peak')
  const { clusters, branch } = scene
  const columns = useMemo(() => heatColumns(clusters, focus.chosen), [clusters, focus.chosen])
  const rows = useMemo(
    () => heatRows(profile, columns, { mode, order }),
    [profile, columns, mode, order],
  )
  const save = () => saveCsv(['profile', branch, scene.category], profileCsv(profile))
  return (
    <Region
      title={heatTitle(profile)}
      actions={
        <>
          <Segments label="Numbers" value={mode} options={modes} onChange={setMode} />
          <DownloadButton size="xs" label="Download the profile as CSV" onClick={save}>
            CSV
          </DownloadButton>
        </>
      }
    >
      <ProfileHeatmap
        label="Profile"
        rowHead={isNeedStates(profile) ? rowHeads[branch] : 'Feature'}
        columns={columns}
        rows={rows}
        chosen={focus.chosen}
        order={order}
        onOrder={setOrder}
        low={branch === 'internal' ? 'Sells less' : 'Less'}
        high={`${branch === 'internal' ? 'Sells more' : 'More'} than the chain${mode === 'index' ? ' (100)' : ''}`}
      />
      {columns.length < clusters.length ? (
        <p>
          The {columns.length} largest of {formatCount(clusters.length)} clusters; those that you
          choose come in. The CSV has all of them.
        </p>
      ) : null}
    </Region>
  )
}

function isNeedStates({ features }: Profile): boolean {
  return features.every(({ name }) => name.startsWith('% Sales '))
}
