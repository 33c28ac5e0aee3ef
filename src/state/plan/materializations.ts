import { assetId } from '../../runs/address'
import { upstreamIds } from '../../runs/asset-pairs'
import type { AssetRecord, AssetRef, RunRecord } from '../../runs/contract'
import type { PlannedAsset } from '../../runs/plan'
import type { ShownRecord } from './shown-records'

/** One attempt at an asset, in the run that made it or took it from the cache. */
export type Materialization = {
  readonly run: RunRecord
  readonly record: AssetRecord
  /** Against the attempt before it that gave a value; `none` where it gave none itself. */
  readonly version: 'first' | 'same' | 'changed' | 'none'
}

/** Every attempt at one asset of one partition, newest first, over runs that are newest first. */
export function materializationsOf(
  runs: readonly RunRecord[],
  ref: AssetRef,
): readonly Materialization[] {
  const id = assetId(ref)
  const attempts = runs.flatMap((run) => {
    const record = run.assets.find((asset) => assetId(asset) === id)
    return record === undefined ? [] : [{ run, record }]
  })
  return attempts.map(({ run, record }, i) => {
    const before = attempts.slice(i + 1).find((earlier) => earlier.record.dataVersion !== null)
    return { run, record, version: comparedWith(before?.record, record) }
  })
}

function comparedWith(before: AssetRecord | undefined, record: AssetRecord) {
  if (record.dataVersion === null) return 'none'
  if (before === undefined) return 'first'
  return before.dataVersion === record.dataVersion ? 'same' : 'changed'
}

/** The run that computed a value, where it is still kept; later ones took it from the cache. */
export function makerOf(
  attempts: readonly Materialization[],
  dataVersion: string,
): Materialization | null {
  const same = attempts.filter(({ record }) => record.dataVersion === dataVersion)
  return same.findLast(({ record }) => !record.cached) ?? null
}

/** What an asset reads directly, by id, each with the version that is shown; `null` where none is. */
export function upstreamVersions(
  planned: PlannedAsset,
  records: ReadonlyMap<string, ShownRecord>,
): readonly { readonly id: string; readonly dataVersion: string | null }[] {
  return upstreamIds(planned).map((id) => ({
    id,
    dataVersion: records.get(id)?.made?.dataVersion ?? null,
  }))
}
