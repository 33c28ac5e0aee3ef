import type { Baseline, RunRecord } from './contract'

/** A run as the one whose ids and names the next runs carry on: what it made, by version. */
export function baselineOf(run: RunRecord): Baseline {
  const assets = run.assets.flatMap(({ key, partition, status, dataVersion }) =>
    status === 'success' && dataVersion !== null ? [{ key, partition, dataVersion }] : [],
  )
  return { runId: run.id, seq: run.seq, assets }
}
