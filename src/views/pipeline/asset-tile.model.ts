import type { Branch, Group } from '../../assets/spec'
import type { AssetRecord } from '../../runs/contract'
import type { PlannedAsset } from '../../runs/plan'
import type { LiveAsset, LiveRun } from '../../state/runs/live-run'

export type Status = 'fresh' | 'stale' | 'missing' | 'failed'
export type Activity = 'idle' | 'queued' | 'running'

/** One partition of an asset as the board shows it: what its value is, and what happens to it. */
export type PartitionTile = {
  /** `key[partition]` */
  readonly id: string
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
  readonly spec: PlannedAsset['spec']
  readonly upstream: readonly string[]
  readonly partitions: readonly PartitionTile[]
  readonly status: Status
  readonly activity: Activity
  readonly hasWarning: boolean
  /** A check that did not hold keeps back what reads it. */
  readonly isBlocking: boolean
}

export type BoardInput = {
  readonly plan: readonly PlannedAsset[]
  readonly recordOf: (id: string) => AssetRecord | null
  readonly live: LiveRun | null
  /** Ids that the run under way has to make. */
  readonly toMake: ReadonlySet<string>
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
    spec,
    upstream: [...new Set(first.inputs.flatMap(({ refs }) => refs.map(({ key }) => key)))],
    partitions,
    status: worst(partitions.map(({ status }) => status)),
    activity: busiest(partitions.map(({ activity }) => activity)),
    hasWarning: partitions.some(({ record }) => record?.checks.some(({ passed }) => !passed)),
    isBlocking: partitions.some(isBlocked),
  }
}

function partitionTile(asset: PlannedAsset, input: BoardInput): PartitionTile {
  const now = input.live?.assets.get(asset.id) ?? null
  const record = now?.record ?? input.recordOf(asset.id)
  const status = statusOf(asset, now, record)
  return {
    id: asset.id,
    partition: asset.partition,
    status,
    activity: activityOf(asset, now, input),
    isCached: record?.cached ?? false,
    ms: record?.ms ?? null,
    share: now !== null && now.total > 0 ? now.done / now.total : 0,
    record,
    // What the run has just made has no cause left, though the plan is still the one before it.
    causes: status === 'fresh' ? [] : asset.causes,
  }
}

/** Its value is here, and a check keeps what is downstream from reading it. */
export function isBlocked({ record }: Pick<PartitionTile, 'record'>): boolean {
  return record?.checks.some(({ passed, blocking }) => blocking && !passed) === true
}

/** Stale is also what would come from the cache: the value that is shown is another one. */
function statusOf(asset: PlannedAsset, now: LiveAsset | null, record: AssetRecord | null): Status {
  if (now?.record?.status === 'success') return 'fresh'
  if (asset.status === 'fresh') return asset.causes.length > 0 ? 'stale' : 'fresh'
  return record?.status === 'failure' ? 'failed' : asset.status
}

function activityOf({ id }: PlannedAsset, now: LiveAsset | null, { toMake }: BoardInput): Activity {
  if (now?.activity === 'running') return 'running'
  return now === null && toMake.has(id) ? 'queued' : 'idle'
}

const byGravity: readonly Status[] = ['failed', 'stale', 'missing', 'fresh']
const byHaste: readonly Activity[] = ['running', 'queued', 'idle']

function worst(statuses: readonly Status[]): Status {
  return byGravity.find((status) => statuses.includes(status)) ?? 'missing'
}

function busiest(activities: readonly Activity[]): Activity {
  return byHaste.find((activity) => activities.includes(activity)) ?? 'idle'
}

/** Right end of a tile: how long it took, that it came from the cache, waits, or what failed. */
export function noteOf(tile: AssetTile, formatDuration: (ms: number) => string): string {
  if (tile.activity !== 'idle') return busyNote(tile)
  if (tile.status === 'missing') return ''
  if (tile.status === 'failed') return failedNote(tile)
  if (tile.status === 'stale') return 'stale'
  const made = tile.partitions.filter(({ record }) => record?.status === 'success')
  if (made.length > 0 && made.every(({ isCached }) => isCached)) return 'cached'
  return made.length === 0 ? '' : formatDuration(made.reduce((sum, { ms }) => sum + (ms ?? 0), 0))
}

function busyNote({ activity, partitions }: AssetTile): string {
  if (partitions.length < 2) return activity
  const queued = partitions.filter((one) => one.activity === 'queued').length
  if (activity === 'queued') return queued === partitions.length ? 'queued' : `${queued} queued`
  const over = partitions.filter((one) => one.activity === 'idle').length
  return `${over} of ${partitions.length}`
}

/** The category that failed, or how many did. */
function failedNote({ partitions }: AssetTile): string {
  const failed = partitions.filter(({ status }) => status === 'failed')
  const [only] = failed
  if (partitions.length < 2) return 'failed'
  return failed.length === 1 && only?.partition ? only.partition : `${failed.length} failed`
}
