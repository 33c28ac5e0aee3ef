import { assetId } from '../runs/address'
import type { AssetRecord, RunRecord } from '../runs/contract'
import { remember } from './remember'

/** The last attempt at an asset, and the last that made a value. */
export type ShownRecord = { readonly record: AssetRecord; readonly made: AssetRecord | null }

/** By `key[partition]`, over runs that are newest first. */
export const recordsOf = remember(
  (runs: readonly RunRecord[]): ReadonlyMap<string, ShownRecord> => {
    const found = new Map<string, ShownRecord>()
    for (const run of runs)
      for (const record of run.assets) {
        const id = assetId(record)
        const { record: last = record, made = null } = found.get(id) ?? {}
        found.set(id, { record: last, made: made ?? (record.status === 'success' ? record : null) })
      }
    return found
  },
)
