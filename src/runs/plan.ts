import type { PartitionSets } from '../assets/graph'
import { addressOf } from './address'
import type { AssetPair } from './asset-pairs'
import type { Cause } from './cause'
import type { AssetRecord } from './contract'
import { causeFinder } from './find-causes'
import type { History } from './history'
import { createPlanMemo, type PlanMemo } from './plan-memo'
import { type VersionRequest, versionsOf } from './plan-versions'
import { type Ingredients, rememberHash } from './version'

export type PlannedAsset = AssetPair & {
  readonly dataVersion: string
  readonly ingredients: Ingredients
  /** `fresh`: the value is here. `stale`: an older one is. `missing`: none is. */
  readonly status: 'fresh' | 'stale' | 'missing'
  /** Why it differs from its previous record; empty where it does not, or where there is none. */
  readonly causes: readonly Cause[]
}

export type PlanRequest = VersionRequest & {
  readonly partitionSets: PartitionSets
  /** Addresses of the values that are here. */
  readonly knownVersions: ReadonlySet<string>
  /** What earlier runs made; `stale` and its causes are relative to the newest of it. */
  readonly history?: History
  readonly baselineSeq?: number | null
  /** What the last plan worked out, where there was one. */
  readonly memo?: PlanMemo | undefined
}

/**
 * What every (asset, partition) would be made of, and whether that value is here. Computed from
 * data alone, upstream first; nothing is ever marked stale.
 */
export function planOf(request: PlanRequest): readonly PlannedAsset[] {
  const { graph, partitionSets, knownVersions, hash, memo = createPlanMemo() } = request
  const { history = nothingBefore, baselineSeq = null } = request
  const versioned = versionsOf(memo.pairsOf(graph, partitionSets), request, memo)
  const changeSince = causeFinder({ versioned, history, baselineSeq, hash: rememberHash(hash) })
  return versioned.map(({ pair, made }): PlannedAsset => {
    const { ingredients, dataVersion } = made
    const earlier = history(pair.id)
    const older = earlier && isOlder(earlier.record, dataVersion) ? earlier : null
    const isFresh = knownVersions.has(addressOf(pair, dataVersion))
    const status = isFresh ? 'fresh' : older === null ? 'missing' : 'stale'
    const causes = older === null ? noCauses : (changeSince(pair.id, older.run)?.causes ?? noCauses)
    const { key, partition, id, spec, inputs } = pair
    // Written out: plans are made on the main thread, and a spread takes three times as long.
    return { key, partition, id, spec, inputs, dataVersion, ingredients, status, causes }
  })
}

const noCauses: readonly Cause[] = []
const nothingBefore: History = () => undefined

/** The same version that is not here was removed: that is missing, not stale. */
function isOlder(earlier: AssetRecord, dataVersion: string): boolean {
  return earlier.dataVersion !== null && earlier.dataVersion !== dataVersion
}
