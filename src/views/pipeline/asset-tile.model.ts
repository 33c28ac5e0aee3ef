import type { Branch, Group } from '../../assets/spec'
import type { AssetRecord } from '../../runs/contract'
import type { PlannedAsset } from '../../runs/plan'
import type { LiveAsset, LiveRun } from '../../state/live-run'

export type Status = 'fresh' | 'stale' | 'missing' | 'failed'
export type Activity = 'idle' | 'queued' | 'running'

/** One partition of an asset as the board shows it: what its value is, and what happens to it. */
export type PartitionTile = {
  readonly partition: string | null
  readonly status: Status
  readonly activity: Activity
  readonly isCached: boolean
  readonly ms: number | null
  /** Of a running one, 0 to 1. */
  readonly share: number
  readonly record: AssetRecord | null
  readonly causes: PlannedAsset['causes']
}

/** An asset with its partitions folded into one tile. */
export type AssetTile = {
  readonly key: string
  readonly label: string
  readonly description: string
  readonly branch: Branch | null
  readonly group: Group
  readonly upstream: readonly string[]
  readonly partitions: readonly PartitionTile[]
  readonly status: Status
  readonly activity: Activity
  readonly hasWarning: boolean
}

export type BoardInput = {
  readonly plan: readonly PlannedAsset[]
  readonly recordOf: (asset: PlannedAsset) => AssetRecord | null
  readonly live: LiveRun | null
}

/** The board in plan order, upstream first: one tile per asset key. */
export function tilesOf(input: BoardInput): readonly AssetTile[] {
  const byKey = new Map<string, PlannedAsset[]>()
  for (const asset of input.plan) {
    const pairs = byKey.get(asset.key)
    if (pairs === undefined) byKey.set(asset.key, [asset])
    else pairs.push(asset)
  }
  return [...byKey.values()].flatMap((pairs) => {
    const [first] = pairs
    return first === undefined ? [] : [tileOf(first, pairs, input)]
  })
}

function tileOf(first: PlannedAsset, pairs: readonly PlannedAsset[], input: BoardInput): AssetTile {
  const partitions = pairs.map((asset) => partitionTile(asset, input))
  const { spec } = first
  return {
    key: spec.key,
    label: spec.label,
    description: spec.description,
    branch: spec.branch,
    group: spec.group,
    upstream: [...new Set(first.inputs.flatMap(({ refs }) => refs.map(({ key }) => key)))],
    partitions,
    status: worst(partitions.map(({ status }) => status)),
    activity: busiest(partitions.map(({ activity }) => activity)),
    hasWarning: partitions.some(({ record }) => record?.checks.some(({ passed }) => !passed)),
  }
}

function partitionTile(asset: PlannedAsset, { recordOf, live }: BoardInput): PartitionTile {
  const now = live?.assets.get(asset.id) ?? null
  const record = now?.record ?? recordOf(asset)
  return {
    partition: asset.partition,
    status: statusOf(asset, now, record),
    activity: activityOf(asset, now, live),
    isCached: record?.cached ?? false,
    ms: record?.ms ?? null,
    share: now !== null && now.total > 0 ? now.done / now.total : 0,
    record,
    causes: asset.causes,
  }
}

function statusOf(asset: PlannedAsset, now: LiveAsset | null, record: AssetRecord | null): Status {
  if (now?.record?.status === 'success') return 'fresh'
  if (asset.status === 'fresh') return 'fresh'
  return record?.status === 'failure' ? 'failed' : asset.status
}

function activityOf(asset: PlannedAsset, now: LiveAsset | null, live: LiveRun | null): Activity {
  if (now?.activity === 'running') return 'running'
  return live !== null && now === null && asset.status !== 'fresh' ? 'queued' : 'idle'
}

const byGravity: readonly Status[] = ['failed', 'stale', 'missing', 'fresh']
const byHaste: readonly Activity[] = ['running', 'queued', 'idle']

function worst(statuses: readonly Status[]): Status {
  return byGravity.find((status) => statuses.includes(status)) ?? 'missing'
}

function busiest(activities: readonly Activity[]): Activity {
  return byHaste.find((activity) => activities.includes(activity)) ?? 'idle'
}

/** Right end of a tile: how long it took, that it came from the cache, or that it waits. */
export function noteOf(tile: AssetTile, formatDuration: (ms: number) => string): string {
  const queued = tile.partitions.filter(({ activity }) => activity === 'queued').length
  if (tile.activity === 'queued') return tile.partitions.length > 1 ? `${queued} queued` : 'queued'
  if (tile.status === 'missing') return ''
  if (tile.status === 'failed') return 'failed'
  if (tile.status === 'stale' && tile.activity === 'idle') return 'stale'
  const made = tile.partitions.filter(({ record }) => record?.status === 'success')
  if (made.length > 0 && made.every(({ isCached }) => isCached)) return 'cached'
  return made.length === 0 ? '' : formatDuration(made.reduce((sum, { ms }) => sum + (ms ?? 0), 0))
}
