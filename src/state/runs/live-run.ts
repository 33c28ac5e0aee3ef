import { assetId } from '../../runs/address'
import type { AssetRecord, AssetRef, LogEntry, RunEvent } from '../../runs/contract'

export type LiveAsset = {
  readonly activity: 'running' | 'done'
  readonly done: number
  readonly total: number
  /** What `done` and `total` count, where a person can be told. */
  readonly unit: 'bytes' | null
  readonly record: AssetRecord | null
}

/** A run while it goes on, as its events tell it. Keyed by `key[partition]`. */
export type LiveRun = {
  readonly id: string
  readonly selection: string
  readonly startedAt: number
  readonly total: number
  readonly toRun: number
  readonly assets: ReadonlyMap<string, LiveAsset>
  /** A person ended it; its record is on the way. */
  readonly isCanceling: boolean
  /** How many times it was started again without being asked; 0 for one that a person started. */
  readonly nResumes: number
  /** What the run said, in its order. */
  readonly log: readonly LogEntry[]
}

export function newRun(id: string, selection: string, startedAt: number): LiveRun {
  return {
    id,
    selection,
    startedAt,
    total: 0,
    toRun: 0,
    assets: new Map(),
    isCanceling: false,
    nResumes: 0,
    log: [],
  }
}

/** The run under way, with all that it told; null when none goes on. */
export function selectLive({ live }: { readonly live: LiveRun | null }): LiveRun | null {
  return live
}

/** The run after these events, in their order. */
export function applyEvents(live: LiveRun, events: readonly RunEvent[]): LiveRun {
  const assets = new Map(live.assets)
  const log = [...live.log]
  let { total, toRun } = live
  for (const event of events)
    if (event.type === 'planned') ({ total, toRun } = event)
    else if (event.type === 'logged') log.push(event.entry)
    else assets.set(assetId(event), assetAfter(event))
  return { ...live, total, toRun, assets, log }
}

type AssetEvent = Exclude<RunEvent, { readonly type: 'planned' | 'logged' }> & AssetRef

function assetAfter(event: AssetEvent): LiveAsset {
  switch (event.type) {
    case 'started':
      return { activity: 'running', done: 0, total: 0, unit: null, record: null }
    case 'progressed': {
      const { done, total, unit = null } = event
      return { activity: 'running', done, total, unit, record: null }
    }
    case 'materialized':
    case 'failed':
      return { activity: 'done', done: 1, total: 1, unit: null, record: event.asset }
  }
}
