import { assetId } from './address'
import type { Baseline, RunRecord } from './contract'

/**
 * A run as the one whose ids and names the next runs carry on: what it made, and what it left as it
 * was, by version.
 */
export function baselineOf(run: RunRecord): Baseline {
  const made = run.assets.flatMap(({ key, partition, status, dataVersion }) =>
    status === 'success' && dataVersion !== null ? [{ key, partition, dataVersion }] : [],
  )
  const own = new Set(run.assets.map(assetId))
  const beside = (run.beside ?? []).filter((asset) => !own.has(assetId(asset)))
  return { runId: run.id, seq: run.seq, assets: [...made, ...beside] }
}
