import { internal } from '../../assets/specs'
import { emptyConfiguration } from '../../config/configuration'
import type { AssetRecord, RunRecord } from '../contract'
import type { RunSide } from '../compare/run-side'

/** Store ids to their internal cluster; null for one that is kept separate. */
export type Placing = Readonly<Record<string, number | null>>

/** A run that placed stores and did nothing else, as far as a comparison can see. */
export function placedRun(
  placing: Placing,
  { id = 'run', category = 'all', ...change }: Partial<RunRecord> & { category?: string } = {},
): RunSide {
  const entries = Object.entries(placing).flatMap(([store, cluster]): [string, number][] =>
    cluster === null ? [] : [[store, cluster]],
  )
  const separate = Object.keys(placing).filter((store) => placing[store] === null)
  const value = {
    storeIds: entries.map(([store]) => store),
    clusters: Int32Array.from(entries, ([, cluster]) => cluster),
    distance: Float64Array.from(entries, () => 1),
    runnerUpDistance: Float64Array.from(entries, () => 4),
    separate: separate.map((storeId) => ({
      storeId,
      reason: 'outlier',
      filledCells: 0,
      nearest: 1,
      nearestDistance: 9,
    })),
  }
  const record = madeRecord(internal.assigned.key, category)
  const run: RunRecord = {
    id,
    seq: 1,
    startedAt: '2026-01-01T00:00:00.000Z',
    ms: 1,
    status: 'success',
    selection: 'internal_ml_job',
    configuration: emptyConfiguration,
    inputs: [],
    assets: [record],
    errors: [],
    resultHash: JSON.stringify(placing),
    ...change,
  }
  return { run, read: async ({ key }) => (key === record.key ? value : null) }
}

export function madeRecord(
  key: string,
  partition: string | null,
  change: Partial<AssetRecord> = {},
): AssetRecord {
  return {
    key,
    partition,
    codeVersion: '1',
    dataVersion: 'v',
    status: 'success',
    cached: false,
    ms: 1,
    rows: 1,
    checks: [],
    failure: null,
    ...change,
  }
}
