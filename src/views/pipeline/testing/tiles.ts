import type { AssetTile, PartitionTile } from '../asset-tile.model'
import { specs } from '../../../assets/specs'

/** A tile of the real spec of a key, with one partition that is fresh unless said. */
export function tileOf(key: string, change: Partial<AssetTile> = {}): AssetTile {
  const spec = specs.find((one) => one.key === key)
  if (spec === undefined) throw new Error(`no spec ${key}`)
  const { label, description, branch, group } = spec
  return {
    key,
    label,
    description,
    branch,
    group,
    spec,
    upstream: [],
    partitions: [partitionOf(key)],
    status: 'fresh',
    activity: 'idle',
    hasWarning: false,
    isBlocking: false,
    ...change,
  }
}

export function partitionOf(key: string, change: Partial<PartitionTile> = {}): PartitionTile {
  const partition = change.partition ?? null
  return {
    id: partition === null ? key : `${key}[${partition}]`,
    partition,
    status: 'fresh',
    activity: 'idle',
    isCached: false,
    ms: 1,
    share: 0,
    record: null,
    causes: [],
    ...change,
  }
}
