import { assetId } from '../../runs/address'
import { historyOf } from '../../runs/history'
import type { AssetRecord, RunRecord } from '../../runs/contract'
import type { AppState } from '../app-state'
import { remember } from '../remember'
import { selectShownRuns } from '../selectors'

/** The last attempt at an asset, and the last that made a value. */
export type ShownRecord = { readonly record: AssetRecord; readonly made: AssetRecord | null }

type Found = { readonly record: AssetRecord; made: AssetRecord | null }

/**
 * By `key[partition]`, over runs that are newest first. Of fifty runs of a large chain nearly all
 * records are older than those that are looked for: they cost a look-up and make nothing.
 */
const foundIn = remember((runs: readonly RunRecord[]): ReadonlyMap<string, Found> => {
  const found = new Map<string, Found>()
  const byPartition = new Map<string, Map<string | null, Found>>()
  for (const run of runs)
    for (const record of run.assets) {
      const { key, partition, status } = record
      const ofKey = byPartition.get(key) ?? new Map<string | null, Found>()
      let shown = ofKey.get(partition)
      if (shown === undefined) {
        shown = { record, made: null }
        found.set(assetId(record), shown)
        byPartition.set(key, ofKey.set(partition, shown))
      }
      if (shown.made === null && status === 'success') shown.made = record
    }
  return found
})

/** By `key[partition]`, over runs that are newest first. */
export function recordsOf(runs: readonly RunRecord[]): ReadonlyMap<string, ShownRecord> {
  return foundIn(runs)
}

/** What the shown run and those before it say of each asset, by `key[partition]`. */
export function selectRecords(state: AppState): ReadonlyMap<string, ShownRecord> {
  return recordsOf(selectShownRuns(state))
}

/** What these runs made, for the plan to tell what is not as it was. */
export const shownHistory = remember(historyOf)
