import { external, internal, published } from '../assets/specs'
import { assetId } from './address'
import { canonicalJson } from './canonical-json'
import type { AssetRecord, RunRecord } from './contract'

/**
 * A run with what earlier runs made and it left as it was: the versions beside it, and every asset
 * of the same files, settings and baseline. A run of what is downstream of a change tells of all that
 * is upstream too. `resultHash` is null where placements that the run did not make came in.
 */
export function completeFrom(run: RunRecord, earlier: readonly RunRecord[]): RunRecord {
  const settings = settingsOf(run)
  const beside = new Map(run.beside?.map((asset) => [assetId(asset), asset.dataVersion]))
  const own = new Set(run.assets.map(assetId))
  const added = new Map<string, AssetRecord>()
  const codeVersions = new Map(run.assets.map(({ key, codeVersion }) => [key, codeVersion]))
  const isSameCode = ({ key, codeVersion }: AssetRecord) =>
    (codeVersions.get(key) ?? codeVersion) === codeVersion
  for (const other of earlier) {
    const isAlike = settingsOf(other) === settings && other.assets.every(isSameCode)
    for (const record of other.assets) {
      const id = assetId(record)
      if (record.status !== 'success' || own.has(id) || added.has(id)) continue
      const version = beside.get(id)
      if (version === undefined ? isAlike : version === record.dataVersion)
        added.set(id, { ...record, cached: true, ms: 0 })
    }
  }
  const more = [...added.values()]
  const isPlaced = run.assets.some(
    ({ key, status }) => key === published.key && status === 'success',
  )
  const resultHash = isPlaced || !more.some(places) ? run.resultHash : null
  return { ...run, assets: [...run.assets, ...more], resultHash }
}

function places({ key }: AssetRecord): boolean {
  return [internal.assigned, external.assigned, published].some((spec) => spec.key === key)
}

function settingsOf({ configuration, inputs, baseline }: RunRecord): string {
  return canonicalJson([configuration, inputs, baseline?.runId ?? null])
}
