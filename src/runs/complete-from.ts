import { assetId } from './address'
import { canonicalJson } from './canonical-json'
import type { RunRecord } from './contract'

/**
 * A run with every asset that earlier runs made of the same files, settings and baseline: the files
 * of a run about the merge alone tell of both branches too.
 */
export function completeFrom(run: RunRecord, earlier: readonly RunRecord[]): RunRecord {
  const settings = settingsOf(run)
  const assets = new Map(run.assets.map((record) => [assetId(record), record]))
  for (const other of earlier) {
    if (settingsOf(other) !== settings) continue
    for (const record of other.assets)
      if (record.status === 'success' && !assets.has(assetId(record)))
        assets.set(assetId(record), record)
  }
  return { ...run, assets: [...assets.values()] }
}

function settingsOf({ configuration, inputs, baseline }: RunRecord): string {
  return canonicalJson([configuration, inputs, baseline?.runId ?? null])
}
