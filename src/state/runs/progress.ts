import type { Group } from '../../assets/spec'
import { specs } from '../../assets/specs'
import type { AppState } from '../app-state'
import type { LiveAsset, LiveRun } from './live-run'
import { remember } from '../remember'

export type RunProgress = {
  /** The group that is being materialised, in words. */
  readonly stage: string
  readonly nDone: number
  readonly nTotal: number
  readonly nFailed: number
  /** 0 to 1 over all assets of the run, parts of running ones included. */
  readonly share: number
  readonly startedAt: number
  /** A person ended it: its record is being kept. */
  readonly isCanceling: boolean
  /** How far the file that is being read is; null where none is. */
  readonly bytes: { readonly done: number; readonly total: number } | null
}

const stageNames: Readonly<Record<Group, string>> = {
  preprocessing: 'preprocessing',
  feature_engineering: 'feature engineering',
  model_training: 'model training',
  cluster_assignment: 'cluster assignment',
  merging: 'merging',
  cluster_analysis: 'cluster analysis',
}

const groupOfKey: ReadonlyMap<string, Group> = new Map(specs.map(({ key, group }) => [key, group]))

const progressOf = remember((live: LiveRun | null): RunProgress | null => {
  if (live === null) return null
  const assets = [...live.assets.values()]
  const settled = assets.filter(({ activity }) => activity === 'done')
  const total = Math.max(live.toRun, 1)
  const done = assets.reduce((sum, asset) => sum + (isCached(asset) ? 0 : partOf(asset)), 0)
  return {
    stage: stageOf(live),
    nDone: settled.length,
    nTotal: live.total,
    nFailed: settled.filter(({ record }) => record?.status === 'failure').length,
    share: Math.min(1, done / total),
    startedAt: live.startedAt,
    isCanceling: live.isCanceling,
    bytes: bytesOf(assets),
  }
})

/** How far the run is; null when none goes on. */
export function selectProgress(state: AppState): RunProgress | null {
  return progressOf(state.live)
}

function bytesOf(assets: readonly LiveAsset[]): RunProgress['bytes'] {
  const reading = assets.find(({ unit }) => unit === 'bytes')
  return reading === undefined ? null : { done: reading.done, total: reading.total }
}

function isCached({ record }: LiveAsset): boolean {
  return record?.cached ?? false
}

function partOf({ activity, done, total }: LiveAsset): number {
  if (activity === 'done') return 1
  return total > 0 ? done / total : 0
}

function stageOf(live: LiveRun): string {
  const running = [...live.assets].findLast(([, { activity }]) => activity === 'running')
  const key = running?.[0].replace(/\[.*$/s, '')
  const group = key === undefined ? undefined : groupOfKey.get(key)
  return group === undefined ? 'preprocessing' : stageNames[group]
}
