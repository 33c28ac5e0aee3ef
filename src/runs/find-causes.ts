import { upstreamIds } from './asset-pairs'
import type { Cause, EarlierRecord, EarlierRun, UpstreamChange } from './cause'
import { causesOf } from './causes-of'
import type { History } from './history'
import type { VersionedPair } from './plan-versions'
import { type Hash, madeFromOf } from './version'

export type CauseRequest = {
  readonly versioned: readonly VersionedPair[]
  readonly history: History
  readonly baselineSeq: number | null
  readonly hash: Hash
}

/**
 * Why an asset is not what it was as of an earlier run, followed up to what changed first. What it
 * reads is compared with what there was when the asset was made: an upstream asset that was made
 * anew since then is a cause, though it is fresh itself.
 */
export function causeFinder({ versioned, history, baselineSeq, hash }: CauseRequest) {
  const byId = new Map(versioned.map((one) => [one.pair.id, one]))
  const known = new Map<EarlierRun, Map<string, UpstreamChange | null>>()
  const causesSince = (
    { pair, sources, made }: VersionedPair,
    earlier: EarlierRecord,
  ): readonly Cause[] => {
    const { params, overrides } = made.ingredients
    return causesOf(pair, earlier, {
      params,
      sources,
      overrides,
      baselineSeq,
      madeFrom: madeFromOf(made.ingredients, hash, made.params),
      changedUpstream: upstreamIds(pair).flatMap((id) => changeSince(id, earlier.run) ?? []),
    })
  }
  /** What became of an asset after a run; `null` where it is what it was then. */
  const changeSince = (id: string, run: EarlierRun): UpstreamChange | null => {
    const ofRun = known.get(run) ?? new Map<string, UpstreamChange | null>()
    known.set(run, ofRun)
    const found = ofRun.get(id)
    if (found !== undefined) return found
    const change = findChange(id, history(id, run))
    ofRun.set(id, change)
    return change
  }
  const findChange = (id: string, earlier: EarlierRecord | undefined): UpstreamChange | null => {
    const now = byId.get(id)
    if (now === undefined || earlier === undefined) return { id, causes: noCauses }
    if (now.made.dataVersion === earlier.record.dataVersion) return null
    return { id, causes: causesSince(now, earlier) }
  }
  return changeSince
}

const noCauses: readonly Cause[] = []
