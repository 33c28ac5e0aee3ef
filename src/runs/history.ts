import { assetId } from './address'
import type { EarlierRecord, EarlierRun } from './cause'
import type { AssetRecord } from './contract'

/**
 * The newest successful record of an asset by its id; with `since`, the newest as of that run, which
 * is what an asset made in it has read.
 */
export type History = (id: string, since?: EarlierRun) => EarlierRecord | undefined

/** Over runs that are newest first; looks into older runs only for what newer ones did not make. */
export function historyOf(runs: readonly EarlierRun[]): History {
  const ages = new Map(runs.map((run, age) => [run, age]))
  return (id, since) => {
    const newest = since === undefined ? 0 : (ages.get(since) ?? 0)
    for (const run of runs.slice(newest)) {
      const record = madeIn(run).get(id)
      if (record !== undefined) return { record, run }
    }
    return undefined
  }
}

const indexes = new WeakMap<EarlierRun, ReadonlyMap<string, AssetRecord>>()

/** Records are never changed: each run is indexed once. */
function madeIn(run: EarlierRun): ReadonlyMap<string, AssetRecord> {
  const known = indexes.get(run)
  if (known !== undefined) return known
  const made = run.assets.filter(({ status }) => status === 'success')
  const index = new Map(made.map((record) => [assetId(record), record]))
  indexes.set(run, index)
  return index
}
